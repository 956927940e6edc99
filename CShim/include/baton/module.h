/// @file module.h
/// Modules: definitions, state, single- and multi-phase init.
#ifndef BATON_MODULE_H
#define BATON_MODULE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
