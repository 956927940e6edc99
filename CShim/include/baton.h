/// @file baton.h
/// The C API of Baton. An extension includes this header alone.
///
/// Names mirror CPython's: `Py` becomes `Bt`. What a function needs and gives stands behind its declaration, in the
/// words of annotations.h. The threading contract, rules R1 to R10, is told in thread.h.
#ifndef BATON_H
#define BATON_H

#include "baton/config.h"
#include "baton/annotations.h"
#include "baton/object.h"
#include "baton/current.h"
#include "baton/refcount.h"
#include "baton/type.h"

#endif
