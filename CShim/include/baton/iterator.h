/// @file iterator.h
/// Iteration.
#ifndef BATON_ITERATOR_H
#define BATON_ITERATOR_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
