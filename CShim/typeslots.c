// Where each slot stands. In C because offsetof is a constant here and a key path at run time in Swift.
#include "baton/method_cache.h"
#include "baton/typeslots.h"

BT_API BtMethodCacheEntry_ _bt_method_cache[BT_METHOD_CACHE_SIZE];
BT_API unsigned int _bt_next_type_version = 1;

enum table { NONE, TYPE, ASYNC, NUMBER, SEQUENCE, MAPPING, BUFFER };

struct place {
    uint8_t table;
    uint16_t offset;
};

#define TP(name) [Bt_##name] = { TYPE, offsetof(BtTypeObject, name) }
#define AM(name) [Bt_##name] = { ASYNC, offsetof(BtAsyncMethods, name) }
#define NB(name) [Bt_##name] = { NUMBER, offsetof(BtNumberMethods, name) }
#define SQ(name) [Bt_##name] = { SEQUENCE, offsetof(BtSequenceMethods, name) }
#define MP(name) [Bt_##name] = { MAPPING, offsetof(BtMappingMethods, name) }
#define BF(name) [Bt_##name] = { BUFFER, offsetof(BtBufferProcs, name) }

static const struct place places[BT_SLOT_COUNT_] = {
    BF(bf_getbuffer), BF(bf_releasebuffer),
    MP(mp_ass_subscript), MP(mp_length), MP(mp_subscript),
    NB(nb_absolute), NB(nb_add), NB(nb_and), NB(nb_bool), NB(nb_divmod), NB(nb_float), NB(nb_floor_divide),
    NB(nb_index), NB(nb_inplace_add), NB(nb_inplace_and), NB(nb_inplace_floor_divide), NB(nb_inplace_lshift),
    NB(nb_inplace_multiply), NB(nb_inplace_or), NB(nb_inplace_power), NB(nb_inplace_remainder),
    NB(nb_inplace_rshift), NB(nb_inplace_subtract), NB(nb_inplace_true_divide), NB(nb_inplace_xor), NB(nb_int),
    NB(nb_invert), NB(nb_lshift), NB(nb_multiply), NB(nb_negative), NB(nb_or), NB(nb_positive), NB(nb_power),
    NB(nb_remainder), NB(nb_rshift), NB(nb_subtract), NB(nb_true_divide), NB(nb_xor),
    NB(nb_matrix_multiply), NB(nb_inplace_matrix_multiply),
    SQ(sq_ass_item), SQ(sq_concat), SQ(sq_contains), SQ(sq_inplace_concat), SQ(sq_inplace_repeat), SQ(sq_item),
    SQ(sq_length), SQ(sq_repeat),
    TP(tp_alloc), TP(tp_base), TP(tp_bases), TP(tp_call), TP(tp_clear), TP(tp_dealloc), TP(tp_del),
    TP(tp_descr_get), TP(tp_descr_set), TP(tp_doc), TP(tp_getattr), TP(tp_getattro), TP(tp_hash), TP(tp_init),
    TP(tp_is_gc), TP(tp_iter), TP(tp_iternext), TP(tp_methods), TP(tp_new), TP(tp_repr), TP(tp_richcompare),
    TP(tp_setattr), TP(tp_setattro), TP(tp_str), TP(tp_traverse), TP(tp_members), TP(tp_getset), TP(tp_free),
    TP(tp_finalize),
    AM(am_await), AM(am_aiter), AM(am_anext), AM(am_send),
};

void **_bt_type_slot(BtTypeObject *type, int slot)
{
    if (slot <= 0 || slot >= BT_SLOT_COUNT_) {
        return NULL;
    }
    char *table = NULL;
    switch ((enum table)places[slot].table) {
    case NONE: break;
    case TYPE: table = (char *)type; break;
    case ASYNC: table = (char *)type->tp_as_async; break;
    case NUMBER: table = (char *)type->tp_as_number; break;
    case SEQUENCE: table = (char *)type->tp_as_sequence; break;
    case MAPPING: table = (char *)type->tp_as_mapping; break;
    case BUFFER: table = (char *)type->tp_as_buffer; break;
    }
    return table == NULL ? NULL : (void **)(table + places[slot].offset);
}

void _bt_heap_type_tables(BtHeapTypeObject *type)
{
    type->ht_type.tp_as_async = &type->as_async;
    type->ht_type.tp_as_number = &type->as_number;
    type->ht_type.tp_as_sequence = &type->as_sequence;
    type->ht_type.tp_as_mapping = &type->as_mapping;
    type->ht_type.tp_as_buffer = &type->as_buffer;
}
