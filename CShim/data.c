// Data symbols of the API: types, exceptions, singletons. In C because `@c` in Swift cannot define data, and because
// extensions use these addresses in static initialisers. The host fills the slots at start.
//
// Guard: written before a second thread exists, read by all.
#include "baton/host.h"

struct BtAttachedCapability_ _bt_attached;

#define BT_DEFINE_TYPE(symbol, name) \
    BT_API BtTypeObject symbol = { BtVarObject_HEAD_INIT(&BtType_Type, 0) .tp_name = name };

// Types, by noun.
BT_DEFINE_TYPE(BtType_Type, "type")
BT_DEFINE_TYPE(BtBaseObject_Type, "object")
BT_DEFINE_TYPE(BtSuper_Type, "super")

BT_DEFINE_TYPE(_bt_none_type, "NoneType")
BT_DEFINE_TYPE(_bt_not_implemented_type, "NotImplementedType")
BT_DEFINE_TYPE(_bt_ellipsis_type, "ellipsis")

BT_DEFINE_TYPE(BtLong_Type, "int")
BT_DEFINE_TYPE(BtBool_Type, "bool")
BT_DEFINE_TYPE(BtFloat_Type, "float")
BT_DEFINE_TYPE(BtComplex_Type, "complex")

BT_DEFINE_TYPE(BtUnicode_Type, "str")
BT_DEFINE_TYPE(BtUnicodeIter_Type, "str_iterator")
BT_DEFINE_TYPE(BtBytes_Type, "bytes")
BT_DEFINE_TYPE(BtBytesIter_Type, "bytes_iterator")
BT_DEFINE_TYPE(BtByteArray_Type, "bytearray")
BT_DEFINE_TYPE(BtByteArrayIter_Type, "bytearray_iterator")
BT_DEFINE_TYPE(BtMemoryView_Type, "memoryview")
BT_DEFINE_TYPE(_bt_managed_buffer_type, "managedbuffer")
BT_DEFINE_TYPE(_bt_memory_iterator_type, "memory_iterator")

BT_DEFINE_TYPE(BtTuple_Type, "tuple")
BT_DEFINE_TYPE(BtTupleIter_Type, "tuple_iterator")
BT_DEFINE_TYPE(BtList_Type, "list")
BT_DEFINE_TYPE(BtListIter_Type, "list_iterator")
BT_DEFINE_TYPE(BtListRevIter_Type, "list_reverseiterator")
BT_DEFINE_TYPE(BtDict_Type, "dict")
BT_DEFINE_TYPE(BtDictKeys_Type, "dict_keys")
BT_DEFINE_TYPE(BtDictValues_Type, "dict_values")
BT_DEFINE_TYPE(BtDictItems_Type, "dict_items")
BT_DEFINE_TYPE(BtDictIterKey_Type, "dict_keyiterator")
BT_DEFINE_TYPE(BtDictIterValue_Type, "dict_valueiterator")
BT_DEFINE_TYPE(BtDictIterItem_Type, "dict_itemiterator")
BT_DEFINE_TYPE(BtDictRevIterKey_Type, "dict_reversekeyiterator")
BT_DEFINE_TYPE(BtDictRevIterValue_Type, "dict_reversevalueiterator")
BT_DEFINE_TYPE(BtDictRevIterItem_Type, "dict_reverseitemiterator")
BT_DEFINE_TYPE(BtDictProxy_Type, "mappingproxy")
BT_DEFINE_TYPE(BtSet_Type, "set")
BT_DEFINE_TYPE(BtFrozenSet_Type, "frozenset")
BT_DEFINE_TYPE(BtSetIter_Type, "set_iterator")
BT_DEFINE_TYPE(BtSlice_Type, "slice")
BT_DEFINE_TYPE(BtRange_Type, "range")
BT_DEFINE_TYPE(BtRangeIter_Type, "range_iterator")
BT_DEFINE_TYPE(BtLongRangeIter_Type, "longrange_iterator")
BT_DEFINE_TYPE(BtSeqIter_Type, "iterator")
BT_DEFINE_TYPE(BtCallIter_Type, "callable_iterator")
BT_DEFINE_TYPE(BtEnum_Type, "enumerate")
BT_DEFINE_TYPE(BtReversed_Type, "reversed")
BT_DEFINE_TYPE(BtZip_Type, "zip")
BT_DEFINE_TYPE(BtMap_Type, "map")
BT_DEFINE_TYPE(BtFilter_Type, "filter")

BT_DEFINE_TYPE(BtModule_Type, "module")
BT_DEFINE_TYPE(BtModuleDef_Type, "moduledef")
BT_DEFINE_TYPE(_bt_module_spec_type, "ModuleSpec")
BT_DEFINE_TYPE(BtCapsule_Type, "PyCapsule")
BT_DEFINE_TYPE(BtTraceBack_Type, "traceback")

BT_DEFINE_TYPE(BtCFunction_Type, "builtin_function_or_method")
BT_DEFINE_TYPE(BtCMethod_Type, "builtin_method")
BT_DEFINE_TYPE(BtMethod_Type, "method")
BT_DEFINE_TYPE(BtInstanceMethod_Type, "instancemethod")
BT_DEFINE_TYPE(BtMethodDescr_Type, "method_descriptor")
BT_DEFINE_TYPE(BtClassMethodDescr_Type, "classmethod_descriptor")
BT_DEFINE_TYPE(BtWrapperDescr_Type, "wrapper_descriptor")
BT_DEFINE_TYPE(_BtMethodWrapper_Type, "method-wrapper")
BT_DEFINE_TYPE(BtMemberDescr_Type, "member_descriptor")
BT_DEFINE_TYPE(BtGetSetDescr_Type, "getset_descriptor")
BT_DEFINE_TYPE(BtProperty_Type, "property")
BT_DEFINE_TYPE(BtStaticMethod_Type, "staticmethod")
BT_DEFINE_TYPE(BtClassMethod_Type, "classmethod")

BT_DEFINE_TYPE(_BtWeakref_RefType, "weakref.ReferenceType")
BT_DEFINE_TYPE(_BtWeakref_ProxyType, "weakref.ProxyType")
BT_DEFINE_TYPE(_BtWeakref_CallableProxyType, "weakref.CallableProxyType")
BT_DEFINE_TYPE(BtCode_Type, "code")
BT_DEFINE_TYPE(BtFunction_Type, "function")
BT_DEFINE_TYPE(BtCell_Type, "cell")
BT_DEFINE_TYPE(BtGen_Type, "generator")
BT_DEFINE_TYPE(BtFrame_Type, "frame")

BT_API BtKnownName_ _bt_known_names[BT_KNOWN_NAMES];
BT_API struct BtInterpreter_ _bt_interpreter = { .recursion_limit = 1000 };

// Singletons.
BT_API BtObject _bt_none = { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &_bt_none_type };
BT_API BtObject _bt_not_implemented = { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &_bt_not_implemented_type };
BT_API BtObject _bt_ellipsis = { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &_bt_ellipsis_type };

// Empty containers that all share, and the mark of a removed place in a set.
BT_API BtTupleObject _bt_empty_tuple = { { BtObject_HEAD_INIT(&BtTuple_Type) 0 }, { NULL } };
BT_API BtSetObject _bt_empty_frozenset = {
    .ob_base = { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtFrozenSet_Type },
    .mask = BT_SET_MINSIZE_ - 1,
    .table = _bt_empty_frozenset.smalltable,
    .hash = 133146708735736,
};
BT_API BtEmptyDictTable_ _bt_empty_dict_table = { { 3, 0, 1, 3, 0, 0 }, { -1, -1, -1, -1, -1, -1, -1, -1 } };
BT_API BtObject _bt_set_dummy = { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtBaseObject_Type };

// Exceptions: the object and the pointer that extensions name.
#define BT_EXCEPTION(name, base)                                                                            \
    BT_API BtTypeObject _bt_exc_##name = { BtVarObject_HEAD_INIT(&BtType_Type, 0) .tp_name = #name };     \
    BT_API BtObject *BtExc_##name = (BtObject *)&_bt_exc_##name;
#include "baton/exceptions.inc"
#undef BT_EXCEPTION
BT_API BtObject *BtExc_IOError = (BtObject *)&_bt_exc_OSError;
BT_API BtObject *BtExc_EnvironmentError = (BtObject *)&_bt_exc_OSError;

BT_API BtMutex _bt_weakref_mutexes[BT_WEAKREF_MUTEXES_];
BT_API struct BtImport_ _bt_import;
BT_API struct BtWarnings_ _bt_warnings;
BT_API struct BtHostModules_ _bt_host_modules;
BT_API struct BtDateTimes_ _bt_datetimes;
BT_API struct BtIOTypes_ _bt_io;
BT_API struct BtNetwork_ _bt_network = {.default_timeout = -1};

// The hierarchy for the host, each class before what derives from it.
#define _bt_exc_object BtBaseObject_Type
#define BT_EXCEPTION(name, base) { &_bt_exc_##name, &_bt_exc_##base },
const struct BtExceptionClass_ _bt_exception_classes[] = {
#include "baton/exceptions.inc"
    { NULL, NULL },
};
#undef BT_EXCEPTION
