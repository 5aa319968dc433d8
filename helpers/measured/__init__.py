"""What takes long to compute, kept as small files, each beside the module that makes it anew."""
