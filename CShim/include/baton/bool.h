/// @file bool.h
/// bool: True and False, which are ints.
#ifndef BATON_BOOL_H
#define BATON_BOOL_H

#include "long.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtBool_Type;
BT_DATA BtLongObject _bt_true;
BT_DATA BtLongObject _bt_false;

/// Both are immortal: taking and dropping references is harmless and free.
#define Bt_True BtObject_CAST_(&_bt_true)
#define Bt_False BtObject_CAST_(&_bt_false)
#define Bt_RETURN_TRUE return Bt_True
#define Bt_RETURN_FALSE return Bt_False
#define Bt_IsTrue(object) (BtObject_CAST_(object) == Bt_True)
#define Bt_IsFalse(object) (BtObject_CAST_(object) == Bt_False)

/// Say whether `object` is True or False. Mirrors: PyBool_Check.
#define BtBool_Check(object) Bt_IS_TYPE((object), &BtBool_Type)

/// Return True, or False for 0. Mirrors: PyBool_FromLong.
BT_API BtObject *BtBool_FromLong(long value) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
