/// @file type.h
/// Types: their slots, their static and dynamic making.
///
/// BtTypeObject has the public fields of CPython's PyTypeObject in the same order, so positional and designated static
/// initialisers carry over. All fields are guarded by the lock (R1): reading a slot in an allow-threads block is
/// reported by clang.
#ifndef BATON_TYPE_H
#define BATON_TYPE_H

#include "object.h"
#include "refcount.h"

BT_BEGIN_DECLS

typedef struct Bt_buffer Bt_buffer;
typedef struct BtMethodDef BtMethodDef;
typedef struct BtMemberDef BtMemberDef;
typedef struct BtGetSetDef BtGetSetDef;
typedef struct BtModuleDef BtModuleDef;

// Signatures of slots. All are called attached. `self` and the arguments are borrowed, results are new references,
// NULL or -1 means that an exception is set.

typedef BtObject *(*unaryfunc)(BtObject *self);
typedef BtObject *(*binaryfunc)(BtObject *left, BtObject *right);
typedef BtObject *(*ternaryfunc)(BtObject *first, BtObject *second, BtObject *third);
typedef int (*inquiry)(BtObject *self);
typedef Bt_ssize_t (*lenfunc)(BtObject *self);
typedef BtObject *(*ssizeargfunc)(BtObject *self, Bt_ssize_t index);
typedef BtObject *(*ssizessizeargfunc)(BtObject *self, Bt_ssize_t low, Bt_ssize_t high);
typedef int (*ssizeobjargproc)(BtObject *self, Bt_ssize_t index, BtObject *value);
typedef int (*ssizessizeobjargproc)(BtObject *self, Bt_ssize_t low, Bt_ssize_t high, BtObject *value);
typedef int (*objobjargproc)(BtObject *self, BtObject *key, BtObject *value);
typedef int (*objobjproc)(BtObject *self, BtObject *value);
typedef int (*visitproc)(BtObject *object, void *context);
typedef int (*traverseproc)(BtObject *self, visitproc visit, void *context);
typedef void (*freefunc)(void *memory);
typedef void (*destructor)(BtObject *self);
typedef BtObject *(*getattrfunc)(BtObject *self, char *name);
typedef BtObject *(*getattrofunc)(BtObject *self, BtObject *name);
typedef int (*setattrfunc)(BtObject *self, char *name, BtObject *value);
typedef int (*setattrofunc)(BtObject *self, BtObject *name, BtObject *value);
typedef BtObject *(*reprfunc)(BtObject *self);
typedef Bt_hash_t (*hashfunc)(BtObject *self);
typedef BtObject *(*richcmpfunc)(BtObject *left, BtObject *right, int operation);
typedef BtObject *(*getiterfunc)(BtObject *self);
typedef BtObject *(*iternextfunc)(BtObject *self);
typedef BtObject *(*descrgetfunc)(BtObject *descriptor, BtObject *object, BtObject *type);
typedef int (*descrsetfunc)(BtObject *descriptor, BtObject *object, BtObject *value);
typedef int (*initproc)(BtObject *self, BtObject *args, BtObject *kwargs);
typedef BtObject *(*newfunc)(BtTypeObject *type, BtObject *args, BtObject *kwargs);
typedef BtObject *(*allocfunc)(BtTypeObject *type, Bt_ssize_t items);
typedef BtObject *(*vectorcallfunc)(BtObject *callable, BtObject *const *args, size_t nargsf, BtObject *kwnames);
typedef int (*getbufferproc)(BtObject *exporter, Bt_buffer *view, int flags);
typedef void (*releasebufferproc)(BtObject *exporter, Bt_buffer *view);
typedef int (*sendfunc)(BtObject *iterator, BtObject *value, BtObject **result);
typedef BtObject *(*getter)(BtObject *self, void *closure);
typedef int (*setter)(BtObject *self, BtObject *value, void *closure);

typedef struct BtNumberMethods {
    binaryfunc nb_add BT_GUARDED;
    binaryfunc nb_subtract BT_GUARDED;
    binaryfunc nb_multiply BT_GUARDED;
    binaryfunc nb_remainder BT_GUARDED;
    binaryfunc nb_divmod BT_GUARDED;
    ternaryfunc nb_power BT_GUARDED;
    unaryfunc nb_negative BT_GUARDED;
    unaryfunc nb_positive BT_GUARDED;
    unaryfunc nb_absolute BT_GUARDED;
    inquiry nb_bool BT_GUARDED;
    unaryfunc nb_invert BT_GUARDED;
    binaryfunc nb_lshift BT_GUARDED;
    binaryfunc nb_rshift BT_GUARDED;
    binaryfunc nb_and BT_GUARDED;
    binaryfunc nb_xor BT_GUARDED;
    binaryfunc nb_or BT_GUARDED;
    unaryfunc nb_int BT_GUARDED;
    void *nb_reserved;
    unaryfunc nb_float BT_GUARDED;
    binaryfunc nb_inplace_add BT_GUARDED;
    binaryfunc nb_inplace_subtract BT_GUARDED;
    binaryfunc nb_inplace_multiply BT_GUARDED;
    binaryfunc nb_inplace_remainder BT_GUARDED;
    ternaryfunc nb_inplace_power BT_GUARDED;
    binaryfunc nb_inplace_lshift BT_GUARDED;
    binaryfunc nb_inplace_rshift BT_GUARDED;
    binaryfunc nb_inplace_and BT_GUARDED;
    binaryfunc nb_inplace_xor BT_GUARDED;
    binaryfunc nb_inplace_or BT_GUARDED;
    binaryfunc nb_floor_divide BT_GUARDED;
    binaryfunc nb_true_divide BT_GUARDED;
    binaryfunc nb_inplace_floor_divide BT_GUARDED;
    binaryfunc nb_inplace_true_divide BT_GUARDED;
    unaryfunc nb_index BT_GUARDED;
    binaryfunc nb_matrix_multiply BT_GUARDED;
    binaryfunc nb_inplace_matrix_multiply BT_GUARDED;
} BtNumberMethods;

typedef struct BtSequenceMethods {
    lenfunc sq_length BT_GUARDED;
    binaryfunc sq_concat BT_GUARDED;
    ssizeargfunc sq_repeat BT_GUARDED;
    ssizeargfunc sq_item BT_GUARDED;
    void *was_sq_slice;
    ssizeobjargproc sq_ass_item BT_GUARDED;
    void *was_sq_ass_slice;
    objobjproc sq_contains BT_GUARDED;
    binaryfunc sq_inplace_concat BT_GUARDED;
    ssizeargfunc sq_inplace_repeat BT_GUARDED;
} BtSequenceMethods;

typedef struct BtMappingMethods {
    lenfunc mp_length BT_GUARDED;
    binaryfunc mp_subscript BT_GUARDED;
    objobjargproc mp_ass_subscript BT_GUARDED;
} BtMappingMethods;

typedef struct BtAsyncMethods {
    unaryfunc am_await BT_GUARDED;
    unaryfunc am_aiter BT_GUARDED;
    unaryfunc am_anext BT_GUARDED;
    sendfunc am_send BT_GUARDED;
} BtAsyncMethods;

typedef struct BtBufferProcs {
    getbufferproc bf_getbuffer BT_GUARDED;
    releasebufferproc bf_releasebuffer BT_GUARDED;
} BtBufferProcs;

struct BtTypeObject {
    BtVarObject ob_base;
    const char *tp_name BT_GUARDED;        ///< "module.name"
    Bt_ssize_t tp_basicsize BT_GUARDED;    ///< bytes
    Bt_ssize_t tp_itemsize BT_GUARDED;     ///< bytes an item
    destructor tp_dealloc BT_GUARDED;
    Bt_ssize_t tp_vectorcall_offset BT_GUARDED;
    getattrfunc tp_getattr BT_GUARDED;
    setattrfunc tp_setattr BT_GUARDED;
    BtAsyncMethods *tp_as_async BT_GUARDED;
    reprfunc tp_repr BT_GUARDED;
    BtNumberMethods *tp_as_number BT_GUARDED;
    BtSequenceMethods *tp_as_sequence BT_GUARDED;
    BtMappingMethods *tp_as_mapping BT_GUARDED;
    hashfunc tp_hash BT_GUARDED;
    ternaryfunc tp_call BT_GUARDED;
    reprfunc tp_str BT_GUARDED;
    getattrofunc tp_getattro BT_GUARDED;
    setattrofunc tp_setattro BT_GUARDED;
    BtBufferProcs *tp_as_buffer BT_GUARDED;
    unsigned long tp_flags BT_GUARDED;
    const char *tp_doc BT_GUARDED;
    traverseproc tp_traverse BT_GUARDED;
    inquiry tp_clear BT_GUARDED;
    richcmpfunc tp_richcompare BT_GUARDED;
    Bt_ssize_t tp_weaklistoffset BT_GUARDED;
    getiterfunc tp_iter BT_GUARDED;
    iternextfunc tp_iternext BT_GUARDED;
    BtMethodDef *tp_methods BT_GUARDED;
    BtMemberDef *tp_members BT_GUARDED;
    BtGetSetDef *tp_getset BT_GUARDED;
    BtTypeObject *tp_base BT_GUARDED;
    BtObject *tp_dict BT_GUARDED;
    descrgetfunc tp_descr_get BT_GUARDED;
    descrsetfunc tp_descr_set BT_GUARDED;
    Bt_ssize_t tp_dictoffset BT_GUARDED;
    initproc tp_init BT_GUARDED;
    allocfunc tp_alloc BT_GUARDED;
    newfunc tp_new BT_GUARDED;
    freefunc tp_free BT_GUARDED;
    inquiry tp_is_gc BT_GUARDED;
    BtObject *tp_bases BT_GUARDED;
    BtObject *tp_mro BT_GUARDED;
    BtObject *tp_cache BT_GUARDED;
    void *tp_subclasses BT_GUARDED;
    BtObject *tp_weaklist BT_GUARDED;
    destructor tp_del BT_GUARDED;
    unsigned int tp_version_tag BT_GUARDED;
    destructor tp_finalize BT_GUARDED;
    vectorcallfunc tp_vectorcall BT_GUARDED;
};

/// A type made at run time: the type, room for its method tables, and what ties it to its module.
typedef struct BtHeapTypeObject {
    BtTypeObject ht_type;
    BtAsyncMethods as_async;
    BtNumberMethods as_number;
    BtMappingMethods as_mapping;
    BtSequenceMethods as_sequence;
    BtBufferProcs as_buffer;
    BtObject *ht_name BT_GUARDED;
    BtObject *ht_slots BT_GUARDED;
    BtObject *ht_qualname BT_GUARDED;
    BtObject *ht_module BT_GUARDED;
    char *_ht_tpname BT_GUARDED;  ///< owned copy behind tp_name
} BtHeapTypeObject;

// Flags, with CPython's values.
#define BT_TPFLAGS_MANAGED_WEAKREF (1UL << 3)
#define BT_TPFLAGS_MANAGED_DICT (1UL << 4)
#define BT_TPFLAGS_SEQUENCE (1UL << 5)
#define BT_TPFLAGS_MAPPING (1UL << 6)
#define BT_TPFLAGS_DISALLOW_INSTANTIATION (1UL << 7)
#define BT_TPFLAGS_IMMUTABLETYPE (1UL << 8)
#define BT_TPFLAGS_HEAPTYPE (1UL << 9)
#define BT_TPFLAGS_BASETYPE (1UL << 10)
#define BT_TPFLAGS_HAVE_VECTORCALL (1UL << 11)
#define BT_TPFLAGS_READY (1UL << 12)
#define BT_TPFLAGS_READYING (1UL << 13)
#define BT_TPFLAGS_HAVE_GC (1UL << 14)
#define BT_TPFLAGS_METHOD_DESCRIPTOR (1UL << 17)
#define BT_TPFLAGS_VALID_VERSION_TAG (1UL << 19)
#define BT_TPFLAGS_IS_ABSTRACT (1UL << 20)
#define BT_TPFLAGS_LONG_SUBCLASS (1UL << 24)
#define BT_TPFLAGS_LIST_SUBCLASS (1UL << 25)
#define BT_TPFLAGS_TUPLE_SUBCLASS (1UL << 26)
#define BT_TPFLAGS_BYTES_SUBCLASS (1UL << 27)
#define BT_TPFLAGS_UNICODE_SUBCLASS (1UL << 28)
#define BT_TPFLAGS_DICT_SUBCLASS (1UL << 29)
#define BT_TPFLAGS_BASE_EXC_SUBCLASS (1UL << 30)
#define BT_TPFLAGS_TYPE_SUBCLASS (1UL << 31)
#define BT_TPFLAGS_DEFAULT 0UL

/// Say whether `type` has `flag` (one of the above). Mirrors: PyType_HasFeature.
BT_INLINE int BtType_HasFeature(BtTypeObject *type, unsigned long flag) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(type)
    return (type->tp_flags & flag) != 0;
}

BT_DATA BtTypeObject BtType_Type;
BT_DATA BtTypeObject BtBaseObject_Type;
BT_DATA BtTypeObject BtSuper_Type;
BT_DATA BtTypeObject _bt_none_type;
BT_DATA BtTypeObject _bt_not_implemented_type;
BT_DATA BtTypeObject _bt_ellipsis_type;

/// Say whether `type` is `base` or derives from it. Mirrors: PyType_IsSubtype.
BT_API int BtType_IsSubtype(BtTypeObject *type, BtTypeObject *base) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether `object` is a `type` or of a type that derives from it. Mirrors: PyObject_TypeCheck.
BT_INLINE int BtObject_TypeCheck_(BtObject *object, BtTypeObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return object->ob_type == type || BtType_IsSubtype(object->ob_type, type);
}
#define BtObject_TypeCheck(object, type) BtObject_TypeCheck_(BtObject_CAST_(object), (type))

/// Say whether the type of `object` has `flag`, which marks the built-in types and their subtypes.
BT_INLINE int _bt_type_flag(BtObject *object, unsigned long flag) BT_ATTACHED
{
    BT_TOUCH_(object)
    return (object->ob_type->tp_flags & flag) != 0;
}

/// Say whether `object` is a type. Mirrors: PyType_Check.
#define BtType_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_TYPE_SUBCLASS)
#define BtType_CheckExact(object) Bt_IS_TYPE((object), &BtType_Type)

// The declarations of BtType_Ready, BtType_FromSpec, slots, members, getsets and methods follow in typedef.h.

BT_END_DECLS

#endif
