/// @file abstract.h
/// The protocol that every object has: attributes, comparison, hash, text, truth, items.
#ifndef BATON_ABSTRACT_H
#define BATON_ABSTRACT_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
