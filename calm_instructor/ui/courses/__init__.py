"""Every course in a list, and a new one."""
