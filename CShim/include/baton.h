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
#include "baton/lifecycle.h"
#include "baton/thread.h"
#include "baton/lock.h"
#include "baton/mutex.h"
#include "baton/critical_section.h"
#include "baton/pending.h"
#include "baton/memory.h"
#include "baton/typedef.h"
#include "baton/method.h"
#include "baton/call.h"
#include "baton/abstract.h"
#include "baton/number.h"
#include "baton/sequence.h"
#include "baton/mapping.h"
#include "baton/iterator.h"
#include "baton/long.h"
#include "baton/bool.h"
#include "baton/float.h"
#include "baton/unicode.h"
#include "baton/bytes.h"
#include "baton/bytearray.h"
#include "baton/buffer.h"
#include "baton/memoryview.h"
#include "baton/tuple.h"
#include "baton/list.h"
#include "baton/dict.h"
#include "baton/set.h"
#include "baton/slice.h"
#include "baton/weakref.h"
#include "baton/errors.h"
#include "baton/warnings.h"
#include "baton/traceback.h"
#include "baton/module.h"
#include "baton/import.h"
#include "baton/capsule.h"
#include "baton/args.h"
#include "baton/build.h"

#endif
