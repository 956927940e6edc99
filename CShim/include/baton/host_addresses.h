/// @file host_addresses.h
/// The addresses of the host's own data symbols for Swift: as addresses.h, and for the same reason.
#ifndef BATON_HOST_ADDRESSES_H
#define BATON_HOST_ADDRESSES_H

#include "host.h"

#if defined(__swift__)

BT_BEGIN_DECLS

#define BT_ADDRESS_(type, symbol) BT_INLINE type *_Nonnull symbol##_(void) { return &symbol; }

BT_ADDRESS_(BtTypeObject, _bt_module_spec_type)
BT_ADDRESS_(BtTypeObject, BtCode_Type)
BT_ADDRESS_(BtTypeObject, BtFunction_Type)
BT_ADDRESS_(BtTypeObject, BtCell_Type)
BT_ADDRESS_(BtTypeObject, BtGen_Type)
BT_ADDRESS_(BtTypeObject, BtFrame_Type)
BT_ADDRESS_(BtBytesObject, _bt_empty_bytes)
BT_ADDRESS_(BtHeap_, _bt_shared_heap)
BT_ADDRESS_(BtCollector_, _bt_collector)
BT_ADDRESS_(BtHeapPage_, _bt_empty_page)
BT_ADDRESS_(_BtArg_Parser, _bt_int_new_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_int_to_bytes_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_int_from_bytes_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_new_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_encode_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_split_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_rsplit_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_splitlines_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_expandtabs_parser)
BT_ADDRESS_(_BtArg_Parser, _bt_str_replace_parser)

#undef BT_ADDRESS_

BT_INLINE BtMutex *_Nonnull _bt_import_mutex_(void) { return &_bt_import.mutex; }
/// By its address, since Swift's change of a field is an access to the whole structure, whose other fields are not under
/// the mutex.
BT_INLINE Bt_ssize_t *_Nonnull _bt_inittab_count_(void) { return &_bt_import.inittab_count; }
BT_INLINE BtMutex *_Nonnull _bt_interned_mutex_(void) { return &_bt_text.interned_mutex; }

BT_END_DECLS

#endif

#endif
