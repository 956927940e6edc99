/// @file addresses.h
/// The addresses of data symbols for Swift: `BtTuple_Type_()`. Not seen by C.
///
/// Swift takes `&BtTuple_Type` for an access that begins and ends: a call into its runtime each time, and a trap where two
/// of them nest. An inline function that returns the address is neither.
#ifndef BATON_ADDRESSES_H
#define BATON_ADDRESSES_H

#include "../baton.h"

#if defined(__swift__)

BT_BEGIN_DECLS

#define BT_ADDRESS_(symbol) BT_INLINE BtTypeObject *_Nonnull symbol##_(void) { return &symbol; }

BT_ADDRESS_(BtType_Type)
BT_ADDRESS_(BtBaseObject_Type)
BT_ADDRESS_(BtSuper_Type)
BT_ADDRESS_(_bt_none_type)
BT_ADDRESS_(_bt_not_implemented_type)
BT_ADDRESS_(_bt_ellipsis_type)
BT_ADDRESS_(BtLong_Type)
BT_ADDRESS_(BtBool_Type)
BT_ADDRESS_(BtFloat_Type)
BT_ADDRESS_(BtComplex_Type)
BT_ADDRESS_(BtUnicode_Type)
BT_ADDRESS_(BtUnicodeIter_Type)
BT_ADDRESS_(BtBytes_Type)
BT_ADDRESS_(BtBytesIter_Type)
BT_ADDRESS_(BtByteArray_Type)
BT_ADDRESS_(BtByteArrayIter_Type)
BT_ADDRESS_(BtMemoryView_Type)
BT_ADDRESS_(_bt_managed_buffer_type)
BT_ADDRESS_(_bt_memory_iterator_type)
BT_ADDRESS_(BtTuple_Type)
BT_ADDRESS_(BtTupleIter_Type)
BT_ADDRESS_(BtList_Type)
BT_ADDRESS_(BtListIter_Type)
BT_ADDRESS_(BtListRevIter_Type)
BT_ADDRESS_(BtDict_Type)
BT_ADDRESS_(BtDictKeys_Type)
BT_ADDRESS_(BtDictValues_Type)
BT_ADDRESS_(BtDictItems_Type)
BT_ADDRESS_(BtDictIterKey_Type)
BT_ADDRESS_(BtDictIterValue_Type)
BT_ADDRESS_(BtDictIterItem_Type)
BT_ADDRESS_(BtDictRevIterKey_Type)
BT_ADDRESS_(BtDictRevIterValue_Type)
BT_ADDRESS_(BtDictRevIterItem_Type)
BT_ADDRESS_(BtDictProxy_Type)
BT_ADDRESS_(BtSet_Type)
BT_ADDRESS_(BtFrozenSet_Type)
BT_ADDRESS_(BtSetIter_Type)
BT_ADDRESS_(BtSlice_Type)
BT_ADDRESS_(BtRange_Type)
BT_ADDRESS_(BtRangeIter_Type)
BT_ADDRESS_(BtLongRangeIter_Type)
BT_ADDRESS_(BtSeqIter_Type)
BT_ADDRESS_(BtCallIter_Type)
BT_ADDRESS_(BtEnum_Type)
BT_ADDRESS_(BtReversed_Type)
BT_ADDRESS_(BtZip_Type)
BT_ADDRESS_(BtMap_Type)
BT_ADDRESS_(BtFilter_Type)
BT_ADDRESS_(BtModule_Type)
BT_ADDRESS_(BtModuleDef_Type)
BT_ADDRESS_(BtCapsule_Type)
BT_ADDRESS_(BtTraceBack_Type)
BT_ADDRESS_(BtCFunction_Type)
BT_ADDRESS_(BtCMethod_Type)
BT_ADDRESS_(BtMethod_Type)
BT_ADDRESS_(BtInstanceMethod_Type)
BT_ADDRESS_(BtMethodDescr_Type)
BT_ADDRESS_(BtClassMethodDescr_Type)
BT_ADDRESS_(BtWrapperDescr_Type)
BT_ADDRESS_(_BtMethodWrapper_Type)
BT_ADDRESS_(BtMemberDescr_Type)
BT_ADDRESS_(BtGetSetDescr_Type)
BT_ADDRESS_(BtProperty_Type)
BT_ADDRESS_(BtStaticMethod_Type)
BT_ADDRESS_(BtClassMethod_Type)
BT_ADDRESS_(_BtWeakref_RefType)
BT_ADDRESS_(_BtWeakref_ProxyType)
BT_ADDRESS_(_BtWeakref_CallableProxyType)

#define BT_EXCEPTION(name, base) BT_ADDRESS_(_bt_exc_##name)
#include "exceptions.inc"
#undef BT_EXCEPTION

#undef BT_ADDRESS_

BT_INLINE BtObject *_Nonnull _bt_none_(void) { return &_bt_none; }
BT_INLINE BtObject *_Nonnull _bt_not_implemented_(void) { return &_bt_not_implemented; }
BT_INLINE BtObject *_Nonnull _bt_ellipsis_(void) { return &_bt_ellipsis; }
BT_INLINE BtObject *_Nonnull _bt_true_(void) { return BT_CAST(BtObject *, &_bt_true); }
BT_INLINE BtObject *_Nonnull _bt_false_(void) { return BT_CAST(BtObject *, &_bt_false); }

BT_END_DECLS

#endif

#endif
