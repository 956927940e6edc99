/// @file mapping.h
/// What every mapping does, whatever its type: the operations of tp_as_mapping.
///
/// All of them may run any code of the object (R6). Unless told otherwise an error is NULL or -1 with what the object
/// raised, or with TypeError: the type does not offer the operation. A NULL object is a SystemError.
#ifndef BATON_MAPPING_H
#define BATON_MAPPING_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

/// Say whether `object` has mp_subscript. Mirrors: PyMapping_Check.
BT_API int BtMapping_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the number of keys. Mirrors: PyMapping_Size.
BT_API Bt_ssize_t BtMapping_Size(BtObject *mapping) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return the number of keys. Mirrors: PyMapping_Length.
BT_API Bt_ssize_t BtMapping_Length(BtObject *mapping) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Return the value of a key. Mirrors: PyMapping_GetItemString.
BT_API BtObject *BtMapping_GetItemString(BtObject *mapping, const char *key)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Look up a key for which a KeyError is no error.
///
/// Ownership: `*result` becomes a new reference, or NULL if the key is missing.
/// Errors:    1: found; 0: missing, no exception; -1 with an exception set.
/// Mirrors:   PyMapping_GetOptionalItem.
BT_API int BtMapping_GetOptionalItem(BtObject *mapping, BtObject *key, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// As BtMapping_GetOptionalItem with a key given as UTF-8. Mirrors: PyMapping_GetOptionalItemString.
BT_API int BtMapping_GetOptionalItemString(BtObject *mapping, const char *key, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Set the value of a key. Mirrors: PyMapping_SetItemString.
BT_API int BtMapping_SetItemString(BtObject *mapping, const char *key, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Remove a key. Mirrors: PyMapping_DelItem.
#define BtMapping_DelItem(mapping, key) BtObject_DelItem((mapping), (key))
/// Remove a key. Mirrors: PyMapping_DelItemString.
BT_API int BtMapping_DelItemString(BtObject *mapping, const char *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Say whether a key is there; every error counts as "no" and is reported as unraisable. Mirrors: PyMapping_HasKey.
BT_API int BtMapping_HasKey(BtObject *mapping, BtObject *key) BT_ATTACHED BT_ERR(none) BT_SAFETY(shared);
/// As BtMapping_HasKey with a key given as UTF-8. Mirrors: PyMapping_HasKeyString.
BT_API int BtMapping_HasKeyString(BtObject *mapping, const char *key) BT_ATTACHED BT_ERR(none) BT_SAFETY(shared);
/// Say whether a key is there: 1, 0, or -1 with an exception set. Mirrors: PyMapping_HasKeyWithError.
BT_API int BtMapping_HasKeyWithError(BtObject *mapping, BtObject *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// As BtMapping_HasKeyWithError with a key given as UTF-8. Mirrors: PyMapping_HasKeyStringWithError.
BT_API int BtMapping_HasKeyStringWithError(BtObject *mapping, const char *key)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Make a list of the keys; the object needs a method `keys` unless it is a dict. Mirrors: PyMapping_Keys.
BT_API BtObject *BtMapping_Keys(BtObject *mapping) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Make a list of the values. Mirrors: PyMapping_Values.
BT_API BtObject *BtMapping_Values(BtObject *mapping) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Make a list of (key, value) tuples. Mirrors: PyMapping_Items.
BT_API BtObject *BtMapping_Items(BtObject *mapping) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

BT_END_DECLS

#endif
