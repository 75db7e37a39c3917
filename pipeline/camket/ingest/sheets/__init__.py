"""Words with boxes to text: lines, columns, running heads, wraps; shared by PDF files and scans."""
