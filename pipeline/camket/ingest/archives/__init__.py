"""Documents inside other files: how they are named, led to and unpacked."""
