#ifndef CLateLibraries_h
#define CLateLibraries_h

// Libraries that only some commands need: opened with dlopen when first used, so that no start of
// the program pays for loading them, and that it runs where they are not installed.
//
// Each has a header with a table of the functions used of it, under their own names, and beside it
// one with the types these take, which carry the prefix `late_`. Nothing is included from the
// libraries; Tests/LateLibraryHeaders compares what is declared here with their headers.

#include "LateArchive.h"
#include "LateIconv.h"
#include "LateLibrary.h"
#include "LateMail.h"
#include "LateUchardet.h"
#include "LateXML.h"
#include "LateZlib.h"

#endif
