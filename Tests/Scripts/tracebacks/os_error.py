# errno, text and file name.
open("/nonexistent/dir/file.txt")
