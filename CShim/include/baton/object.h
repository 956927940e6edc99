/// @file object.h
/// The object: its header, its identity, its size, and the protocol that every object has.
///
/// One layout serves both modes of the runtime (free-threaded and locked), so an extension is compiled once:
///
///     offset 0   uint32  ob_ref_local    count of the owning thread; written by it alone
///            4   uint16  ob_owner        number of the owning thread, or a BT_OWNER_… value
///            6   uint8   ob_mutex        the object's own one-byte lock (critical sections)
///            7   uint8   ob_flags        BT_FLAG_… bits
///            8   intptr  ob_ref_shared   count of all other threads, atomic, two low bits of merge state
///           16   pointer ob_type
///
/// The scheme is biased reference counting (Choi, Shull, Torrellas, PACT 2018) as laid out by PEP 703.
#ifndef BATON_OBJECT_H
#define BATON_OBJECT_H

#include "annotations.h"

BT_BEGIN_DECLS

typedef struct BtObject BtObject;
typedef struct BtTypeObject BtTypeObject;

/// The head of every object. Fields are read through the functions below; only the reference-count functions write
/// `ob_ref_local`, `ob_owner` and `ob_ref_shared`.
struct BtObject {
    uint32_t ob_ref_local;
    uint16_t ob_owner;
    uint8_t ob_mutex;
    uint8_t ob_flags;
    intptr_t ob_ref_shared;
    BtTypeObject *ob_type BT_GUARDED;
};

/// The head of an object with a variable number of items.
typedef struct BtVarObject {
    BtObject ob_base;
    Bt_ssize_t ob_size BT_GUARDED;
} BtVarObject;

/// Values of `ob_owner` that name no thread.
#define BT_OWNER_NONE 0x0000u      ///< the number of a detached thread; no object has it
#define BT_OWNER_FREED 0xFFFCu     ///< checked mode: the object was freed; no thread has this number
#define BT_OWNER_CHECKED 0xFFFDu   ///< the number of every thread in checked mode; no object has it
#define BT_OWNER_MERGED 0xFFFEu    ///< all counting is in `ob_ref_shared`
#define BT_OWNER_IMMORTAL 0xFFFFu  ///< never counted and never freed

/// The number of every attached thread in the locked mode.
#define BT_NUMBER_LOCKED 1u

/// Bits of `ob_flags`.
#define BT_FLAG_TRACKED 0x01u    ///< the collector looks at it
#define BT_FLAG_FINALIZED 0x02u  ///< tp_finalize has run
#define BT_FLAG_DEFERRED 0x04u   ///< functions, code, modules, heap types: counted by the collector where it can be
#define BT_FLAG_INTERNED 0x08u   ///< text: in the table of interned strings
#define BT_FLAG_HAS_WEAKREFS 0x10u
#define BT_FLAG_COLLECTING 0x20u  ///< among the objects that the collector is looking at
#define BT_FLAG_GENERATION 0xC0u  ///< two bits: how many collections it has survived, as far as that matters

/// Declare the head in an object struct: `typedef struct { BtObject_HEAD int fd; } FileObject;`
#define BtObject_HEAD BtObject ob_base;
#define BtObject_VAR_HEAD BtVarObject ob_base;

/// Static initialisers. A statically made object is immortal.
#define BtObject_HEAD_INIT(type) { 0, BT_OWNER_IMMORTAL, 0, 0, 0, (type) },
#define BtVarObject_HEAD_INIT(type, size) { BtObject_HEAD_INIT(type) (size) },

#define BtObject_CAST_(object) BT_CAST(BtObject *, object)
#define BtVarObject_CAST_(object) BT_CAST(BtVarObject *, object)

// Singletons. Each is immortal: taking and dropping references is harmless and free.

BT_DATA BtObject _bt_none;
BT_DATA BtObject _bt_not_implemented;
BT_DATA BtObject _bt_ellipsis;
#define Bt_None (&_bt_none)
#define Bt_NotImplemented (&_bt_not_implemented)
#define Bt_Ellipsis (&_bt_ellipsis)
#define Bt_RETURN_NONE return Bt_None
#define Bt_RETURN_NOTIMPLEMENTED return Bt_NotImplemented

/// An extension that is compiled with BT_CHECKED calls this wherever it touches a field of an object or counts, so that the
/// checks at run time see what they cannot see in its machine code. Without the checks it does nothing.
#ifdef BT_CHECKED
BT_INLINE_ABI void _bt_touched(const void *object, const char *function) BT_ANY_STATE;
#  define BT_TOUCH_(object) _bt_touched((object), __func__);
#else
#  define BT_TOUCH_(object)
#endif

/// Return the type of `object`, borrowed. Mirrors: Py_TYPE.
BT_INLINE BtTypeObject *Bt_TYPE_(BtObject *object)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return object->ob_type;
}
#define Bt_TYPE(object) Bt_TYPE_(BtObject_CAST_(object))

/// Say whether the type of `object` is exactly `type`. Mirrors: Py_IS_TYPE.
BT_INLINE int Bt_IS_TYPE_(BtObject *object, BtTypeObject *type)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return object->ob_type == type;
}
#define Bt_IS_TYPE(object, type) Bt_IS_TYPE_(BtObject_CAST_(object), (type))

/// Set the type of an object that nobody else can reach yet; the counts of the types are the caller's business.
/// Mirrors: Py_SET_TYPE.
BT_INLINE void Bt_SET_TYPE_(BtObject *object, BtTypeObject *type)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct)
{
    BT_TOUCH_(object)
    object->ob_type = type;
}
#define Bt_SET_TYPE(object, type) Bt_SET_TYPE_(BtObject_CAST_(object), (type))

/// Return the number of items of a variable-size object. Mirrors: Py_SIZE.
BT_INLINE Bt_ssize_t Bt_SIZE_(BtVarObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return object->ob_size;
}
#define Bt_SIZE(object) Bt_SIZE_(BtVarObject_CAST_(object))

/// Set the number of items of an object that nobody else can reach yet. Mirrors: Py_SET_SIZE.
BT_INLINE void Bt_SET_SIZE_(BtVarObject *object, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct)
{
    BT_TOUCH_(object)
    object->ob_size = size;
}
#define Bt_SET_SIZE(object, size) Bt_SET_SIZE_(BtVarObject_CAST_(object), (size))

/// Say whether two references are to the same object. Two exact ints that are equal and small count as one object.
/// Mirrors: Py_Is.
BT_API int Bt_Is(BtObject *left, BtObject *right) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
#define Bt_IsNone(object) ((object) == Bt_None)

BT_END_DECLS

#endif
