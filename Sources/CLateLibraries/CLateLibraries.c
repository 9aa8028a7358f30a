#include "CLateLibraries.h"
