// Where libxml2's headers are, is known by pkg-config. None is included here: Debian's, built with
// ICU, clash with Foundation's own copy of it in Swift; LateLibraryHeaders, in C, includes them.
