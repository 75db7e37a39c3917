"""Word files and, through LibreOffice, the older office formats."""
