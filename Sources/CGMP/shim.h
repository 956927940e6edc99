// Integers of any size: only the mpn functions, which work on limbs in memory that is ours.
#include <gmp.h>
