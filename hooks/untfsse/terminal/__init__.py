"""What people do at the command line: mending files, making records, giving them other names."""
