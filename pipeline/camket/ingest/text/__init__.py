"""Plain text: encodings of all ages, told by their words, and fonts that carry a code page of their own."""
