/// @file methoddef.h
/// Declaring the functions of an extension so that prototype, lock contract and table agree.
///
/// The compiler ignores lock attributes on function pointers: what a table of methods points to is checked only if the
/// function itself says what it needs. One line does:
///
///     static BT_METHOD(scale, O);                       // a prototype, attached, and how it is called
///
///     static BtObject *scale(BtObject *self, BtObject *factor)
///     {
///         …
///     }
///
///     static BtMethodDef methods[] = {
///         BT_METHOD_ENTRY(scale, "scale($self, factor, /)\n--\n\nMultiply in place."),
///         BT_METHOD_END,
///     };
///
/// A definition with other parameters than the calling convention's does not compile, and an entry of a function that
/// was not declared so does not either.
#ifndef BATON_METHODDEF_H
#define BATON_METHODDEF_H

#include "typedef.h"

/// Declare the method `name`, called attached, by a convention of the table below. Put `static` before it.
#define BT_METHOD(name, convention)             \
    BT_METHOD_##convention##_(name) BT_ATTACHED;  \
    enum { name##_convention_ = BT_METHOD_##convention##_FLAGS_ }

/// The line of a method table for a function declared with BT_METHOD. `doc` may be NULL.
#define BT_METHOD_ENTRY(name, doc) BT_METHOD_ENTRY_AS(#name, name, 0, doc)
/// The same under another name, and with further flags: 0, BT_METH_CLASS, BT_METH_STATIC or BT_METH_COEXIST.
#define BT_METHOD_ENTRY_AS(method_name, name, flags, doc) \
    { method_name, _BtCFunction_CAST(name), name##_convention_ | (flags), doc }
/// The end of a method table.
#define BT_METHOD_END { NULL, NULL, 0, NULL }

/// Declare a function of a slot's or a callback's type, called attached: `static BT_FUNCTION(counter_repr, reprfunc);`.
#define BT_FUNCTION(name, type) __typeof__(*BT_STATIC_CAST(type, NULL)) name BT_ATTACHED

// The calling conventions.

/// (self, unused)
#define BT_METHOD_NOARGS_(name) BtObject *name(BtObject *, BtObject *)
#define BT_METHOD_NOARGS_FLAGS_ BT_METH_NOARGS
/// (self, argument)
#define BT_METHOD_O_(name) BtObject *name(BtObject *, BtObject *)
#define BT_METHOD_O_FLAGS_ BT_METH_O
/// (self, args tuple)
#define BT_METHOD_VARARGS_(name) BtObject *name(BtObject *, BtObject *)
#define BT_METHOD_VARARGS_FLAGS_ BT_METH_VARARGS
/// (self, args tuple, kwargs dict or NULL)
#define BT_METHOD_KEYWORDS_(name) BtObject *name(BtObject *, BtObject *, BtObject *)
#define BT_METHOD_KEYWORDS_FLAGS_ (BT_METH_VARARGS | BT_METH_KEYWORDS)
/// (self, args array, count)
#define BT_METHOD_FASTCALL_(name) BtObject *name(BtObject *, BtObject *const *, Bt_ssize_t)
#define BT_METHOD_FASTCALL_FLAGS_ BT_METH_FASTCALL
/// (self, args array, count, names tuple or NULL)
#define BT_METHOD_FASTCALL_KEYWORDS_(name) BtObject *name(BtObject *, BtObject *const *, Bt_ssize_t, BtObject *)
#define BT_METHOD_FASTCALL_KEYWORDS_FLAGS_ (BT_METH_FASTCALL | BT_METH_KEYWORDS)
/// (self, defining class, args array, count, names tuple or NULL)
#define BT_METHOD_DEFINING_CLASS_(name) \
    BtObject *name(BtObject *, BtTypeObject *, BtObject *const *, size_t, BtObject *)
#define BT_METHOD_DEFINING_CLASS_FLAGS_ (BT_METH_METHOD | BT_METH_FASTCALL | BT_METH_KEYWORDS)

#endif
