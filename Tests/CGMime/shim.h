// Where GMime's headers are, is known by pkg-config. None is included here: LateLibraryHeaders does.
