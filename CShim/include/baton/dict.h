/// @file dict.h
/// dict: a map that keeps the order of insertion.
///
/// Keys are hashed and compared, which may run any code (R6); a dict stays whole when that code changes it. In the
/// free-threaded mode every function here locks the dict. Prefer the forms whose result is a reference of your own.
#ifndef BATON_DICT_H
#define BATON_DICT_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

/// guarded by: the dict's critical section.
typedef struct BtDictObject {
    BtObject ob_base;
    Bt_ssize_t ma_used BT_GUARDED;     ///< number of items
    uint64_t ma_version BT_GUARDED;    ///< changes with the keys and with the table; unlike that of any other dict, 0 aside
    void *ma_keys BT_GUARDED;          ///< the table: indices and entries in one block; opaque
} BtDictObject;

BT_DATA BtTypeObject BtDict_Type;
BT_DATA BtTypeObject BtDictKeys_Type;
BT_DATA BtTypeObject BtDictValues_Type;
BT_DATA BtTypeObject BtDictItems_Type;
BT_DATA BtTypeObject BtDictIterKey_Type;
BT_DATA BtTypeObject BtDictIterValue_Type;
BT_DATA BtTypeObject BtDictIterItem_Type;
BT_DATA BtTypeObject BtDictRevIterKey_Type;
BT_DATA BtTypeObject BtDictRevIterValue_Type;
BT_DATA BtTypeObject BtDictRevIterItem_Type;
BT_DATA BtTypeObject BtDictProxy_Type;

/// Say whether `object` is a dict or of a subtype. Mirrors: PyDict_Check.
#define BtDict_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_DICT_SUBCLASS)
/// Say whether `object` is exactly a dict. Mirrors: PyDict_CheckExact.
#define BtDict_CheckExact(object) Bt_IS_TYPE((object), &BtDict_Type)
#define BtDictKeys_Check(object) BtObject_TypeCheck((object), &BtDictKeys_Type)
#define BtDictValues_Check(object) BtObject_TypeCheck((object), &BtDictValues_Type)
#define BtDictItems_Check(object) BtObject_TypeCheck((object), &BtDictItems_Type)
/// Say whether `object` is a view of the keys or the items. Mirrors: PyDictViewSet_Check.
#define BtDictViewSet_Check(object) (BtDictKeys_Check(object) || BtDictItems_Check(object))

/// Return the number of items of what is known to be a dict. Mirrors: PyDict_GET_SIZE.
BT_INLINE Bt_ssize_t BtDict_GET_SIZE_(BtObject *dict)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(dict)
    return BT_CAST(BtDictObject *, dict)->ma_used;
}
#define BtDict_GET_SIZE(dict) BtDict_GET_SIZE_(BtObject_CAST_(dict))

/// Make an empty dict.
///
/// Ownership: the result is new.
/// Errors:    NULL with MemoryError set.
/// Mirrors:   PyDict_New.
BT_API BtObject *BtDict_New(void) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the number of items.
///
/// Errors:  -1 with SystemError set: not a dict.
/// Mirrors: PyDict_Size.
BT_API Bt_ssize_t BtDict_Size(BtObject *dict) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Remove all items. Does nothing if `dict` is no dict. Mirrors: PyDict_Clear.
BT_API void BtDict_Clear(BtObject *dict) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// Looking up.

/// Look up a key.
///
/// Ownership: `*result` becomes a new reference, or NULL if the key is missing.
/// Errors:    1: found; 0: missing, no exception; -1 with an exception set.
/// Mirrors:   PyDict_GetItemRef.
BT_API int BtDict_GetItemRef(BtObject *dict, BtObject *key, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Look up a key given as UTF-8; otherwise as BtDict_GetItemRef. Mirrors: PyDict_GetItemStringRef.
BT_API int BtDict_GetItemStringRef(BtObject *dict, const char *key, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Look up a key. Prefer BtDict_GetItemRef.
///
/// Ownership: the result is borrowed from the dict.
/// Errors:    NULL without an exception: missing; NULL with one: hash or comparison failed, or SystemError: not a dict.
/// Mirrors:   PyDict_GetItemWithError.
BT_API BtObject *BtDict_GetItemWithError(BtObject *dict, BtObject *key)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(occurred) BT_SAFETY(compatible);

/// Look up a key and swallow every error, reporting it as unraisable. Prefer BtDict_GetItemRef.
///
/// Ownership: the result is borrowed from the dict.
/// Errors:    NULL without an exception.
/// Mirrors:   PyDict_GetItem.
BT_API BtObject *BtDict_GetItem(BtObject *dict, BtObject *key)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible);

/// As BtDict_GetItem with a key given as UTF-8. Prefer BtDict_GetItemStringRef. Mirrors: PyDict_GetItemString.
BT_API BtObject *BtDict_GetItemString(BtObject *dict, const char *key)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible);

/// Say whether a key is there: 1, 0, or -1 with an exception set. Mirrors: PyDict_Contains.
BT_API int BtDict_Contains(BtObject *dict, BtObject *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// As BtDict_Contains with a key given as UTF-8. Mirrors: PyDict_ContainsString.
BT_API int BtDict_ContainsString(BtObject *dict, const char *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

// Changing.

/// Set the value of a key; a value that was there is dropped.
///
/// Ownership: `key` and `value` are borrowed and references are kept.
/// Errors:    -1 with TypeError (the key has no hash), MemoryError, SystemError (not a dict) or what a comparison
///            raised set; the dict is unchanged.
/// Mirrors:   PyDict_SetItem.
BT_API int BtDict_SetItem(BtObject *dict, BtObject *key, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// As BtDict_SetItem with a key given as UTF-8. Mirrors: PyDict_SetItemString.
BT_API int BtDict_SetItemString(BtObject *dict, const char *key, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Remove a key.
///
/// Errors:  -1 with KeyError set: it is missing; otherwise as BtDict_SetItem.
/// Mirrors: PyDict_DelItem.
BT_API int BtDict_DelItem(BtObject *dict, BtObject *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// As BtDict_DelItem with a key given as UTF-8. Mirrors: PyDict_DelItemString.
BT_API int BtDict_DelItemString(BtObject *dict, const char *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Look up a key and insert `value` if it is missing, as one step.
///
/// Ownership: `key` and `value` are borrowed; unless `result` is NULL, `*result` becomes a new reference to the value
///            that is there after the call (NULL on an error).
/// Errors:    1: was there; 0: inserted; -1 with an exception set.
/// Mirrors:   PyDict_SetDefaultRef.
BT_API int BtDict_SetDefaultRef(BtObject *dict, BtObject *key, BtObject *value, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// As BtDict_SetDefaultRef; the result is borrowed from the dict, NULL on an error. Mirrors: PyDict_SetDefault.
BT_API BtObject *BtDict_SetDefault(BtObject *dict, BtObject *key, BtObject *value)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(compatible);

/// Remove a key and give its value.
///
/// Ownership: unless `result` is NULL, `*result` becomes a new reference, or NULL if the key is missing.
/// Errors:    1: removed; 0: missing, no exception; -1 with an exception set.
/// Mirrors:   PyDict_Pop.
BT_API int BtDict_Pop(BtObject *dict, BtObject *key, BtObject **result) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// As BtDict_Pop with a key given as UTF-8. Mirrors: PyDict_PopString.
BT_API int BtDict_PopString(BtObject *dict, const char *key, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Insert all items of a mapping; with `override` 0 those whose key is there already are left as they are.
///
/// Errors:  -1 with an exception set; what was inserted before stays.
/// Mirrors: PyDict_Merge.
BT_API int BtDict_Merge(BtObject *dict, BtObject *mapping, int override_) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Insert all items of a mapping. Mirrors: PyDict_Update.
BT_API int BtDict_Update(BtObject *dict, BtObject *mapping) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Insert all items of an iterable of pairs; `override` as in BtDict_Merge. Mirrors: PyDict_MergeFromSeq2.
BT_API int BtDict_MergeFromSeq2(BtObject *dict, BtObject *pairs, int override_)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

// The whole of it.

/// Step through the items in order. Set `*position` to 0 before the first call and leave it alone after.
///
/// Ownership: `*key` and `*value` (each may be NULL if not wanted) are borrowed from the dict.
/// Errors:    1: an item was given; 0: there is no more, or `dict` is no dict.
/// Threads:   values may be replaced between the calls, keys neither added nor removed; in the free-threaded mode hold
///            a critical section of the dict around the loop.
/// Mirrors:   PyDict_Next.
BT_API int BtDict_Next(BtObject *dict, Bt_ssize_t *position, BtObject **key, BtObject **value)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible);

/// Make a list of the keys; NULL with SystemError set if `dict` is no dict. Mirrors: PyDict_Keys.
BT_API BtObject *BtDict_Keys(BtObject *dict) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a list of the values. Mirrors: PyDict_Values.
BT_API BtObject *BtDict_Values(BtObject *dict) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a list of (key, value) tuples. Mirrors: PyDict_Items.
BT_API BtObject *BtDict_Items(BtObject *dict) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a dict with the same items.
///
/// Ownership: the result is new.
/// Errors:    NULL with MemoryError set, or SystemError: not a dict.
/// Mirrors:   PyDict_Copy.
BT_API BtObject *BtDict_Copy(BtObject *dict) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a read-only view of a mapping.
///
/// Ownership: `mapping` is borrowed and a reference is kept; the result is new.
/// Errors:    NULL with TypeError set: not a mapping.
/// Mirrors:   PyDictProxy_New.
BT_API BtObject *BtDictProxy_New(BtObject *mapping) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Forms for callers that know the hash or the size.

/// Make an empty dict with room for `items` items. Mirrors: _PyDict_NewPresized.
BT_API BtObject *_BtDict_NewPresized(Bt_ssize_t items) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtDict_GetItemWithError with the hash given. Mirrors: _PyDict_GetItem_KnownHash.
BT_API BtObject *_BtDict_GetItem_KnownHash(BtObject *dict, BtObject *key, Bt_hash_t hash)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(occurred) BT_SAFETY(compatible);
/// As BtDict_SetItem with the hash given. Mirrors: _PyDict_SetItem_KnownHash.
BT_API int _BtDict_SetItem_KnownHash(BtObject *dict, BtObject *key, BtObject *value, Bt_hash_t hash)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Remove a key and return its value; if it is missing, a new reference to `fallback`, or KeyError if that is NULL.
/// Mirrors: _PyDict_Pop.
BT_API BtObject *_BtDict_Pop(BtObject *dict, BtObject *key, BtObject *fallback)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

BT_END_DECLS

#endif
