"""Words with digits read a second time from another preparation, for a wrong digit makes a wrong date or amount."""

from __future__ import annotations
