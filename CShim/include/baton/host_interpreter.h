/// @file host_interpreter.h
/// The objects and the stack of the register machine; a part of host.h. Documentation/Machine.md tells how they work.
#ifndef BATON_HOST_INTERPRETER_H
#define BATON_HOST_INTERPRETER_H

#include "host_thread.h"
#include "type.h"

BT_BEGIN_DECLS

/// What a register holds: 0: empty; odd: an int, `value << 1 | 1`; else the address of an object, with a reference.
typedef uint64_t BtRegister_;

/// A name with the inline cache of one place in the code. Guard: attached; in the free-threaded mode nothing is cached.
typedef struct BtSite_ {
    BtObject *name;      ///< interned, so immortal; never changes
    uint64_t version;    ///< of the type, or of the dict, for which the rest is valid
    void *payload;       ///< borrowed, of the type of that version; or a number; by kind
    uint32_t hint;       ///< the entry in the dict
    uint32_t kind;       ///< BT_SITE_…; 0: nothing is cached
} BtSite_;

#define BT_SITE_EMPTY 0u
// Names.
#define BT_SITE_GLOBAL 1u         ///< `payload` is where the value stands, while the globals have `version`
#define BT_SITE_BUILTIN 2u        ///< entry `hint` of the builtins, while the globals have `version`
// Attributes; `version` is that of the object's type, but for BT_SITE_TYPE and BT_SITE_MODULE.
#define BT_SITE_FIELD 3u          ///< entry `hint` of the dict at offset `payload`
#define BT_SITE_SLOT 4u           ///< the reference at offset `payload`
#define BT_SITE_METHOD 5u         ///< the method `payload` of the type; objects have no dict
#define BT_SITE_METHOD_DICT 6u    ///< the same; the dict at offset `hint` must not have the name
#define BT_SITE_VALUE 7u          ///< the plain value `payload` of the type; objects have no dict
#define BT_SITE_VALUE_DICT 8u     ///< the same; the dict at offset `hint` must not have the name
#define BT_SITE_TYPE 9u           ///< the object is a type of that version; `payload` is the value
/// The object is a module, of the type of version `hint`; `payload` is where the value stands while the module's dict has
/// `version`. Guard of the dict's table: attached, as that of the site; in the free-threaded mode no site is of this kind.
#define BT_SITE_MODULE 10u

/// Guard of what follows: never changes.
typedef struct BtHandler_ {
    uint32_t start, end, target;
    uint16_t depth, exception;
} BtHandler_;

typedef struct BtPosition_ {
    uint32_t line, end_line, column, end_column;
} BtPosition_;

/// A code. Guard: written before it is shared; but for `constants_tuple`, made when it is asked for: attached.
typedef struct BtCodeObject {
    BtObject_HEAD
    const uint64_t *instructions;
    BtRegister_ *constants BT_GUARDED;
    BtSite_ *sites;
    BtHandler_ *handlers;
    BtPosition_ *positions;
    uint16_t *cell_registers;
    uint32_t instruction_count, constant_count, site_count, handler_count;
    uint32_t register_count;
    uint32_t flags;
    uint32_t parameter_count;      ///< registers that parameters have, `*args` and `**kwargs` among them
    uint16_t argument_count, positional_only_count, keyword_only_count;
    uint16_t cell_count, free_count;
    uint16_t is_simple;            ///< positional parameters only
    int first_line;
    BtObject *name BT_GUARDED;
    BtObject *qualified_name BT_GUARDED;
    BtObject *filename BT_GUARDED;
    BtObject *local_names BT_GUARDED;      ///< tuples of str
    BtObject *cell_names BT_GUARDED;
    BtObject *free_names BT_GUARDED;
    BtObject *names BT_GUARDED;
    BtObject *constants_tuple BT_GUARDED;  ///< NULL before the first ask
    BtObject *documentation BT_GUARDED;    ///< str or None
    BtObject *weakrefs BT_GUARDED;
} BtCodeObject;

/// A function of a script. Guard: attached; in the free-threaded mode its critical section.
typedef struct BtFunctionObject {
    BtObject_HEAD
    BtCodeObject *code BT_GUARDED;
    BtObject *globals BT_GUARDED;       ///< dict
    BtObject *builtins BT_GUARDED;      ///< dict
    BtObject *name BT_GUARDED;
    BtObject *qualified_name BT_GUARDED;
    BtObject *documentation BT_GUARDED; ///< NULL: None
    BtObject *module BT_GUARDED;        ///< NULL: None
    BtObject *defaults BT_GUARDED;      ///< tuple or NULL
    BtObject *keyword_defaults BT_GUARDED;  ///< dict or NULL
    BtObject *closure BT_GUARDED;       ///< tuple of cells or NULL
    BtObject *annotations BT_GUARDED;   ///< dict or NULL
    BtObject *dict BT_GUARDED;
    BtObject *type_parameters BT_GUARDED;  ///< tuple or NULL
    BtObject *weakrefs BT_GUARDED;
    vectorcallfunc vectorcall BT_GUARDED;
} BtFunctionObject;

/// A variable that several functions share. Guard: attached; in the free-threaded mode its critical section.
typedef struct BtCellObject {
    BtObject_HEAD
    BtRegister_ value BT_GUARDED;  ///< in a register's form; 0: empty
} BtCellObject;

typedef struct BtFrame_ BtFrame_;
typedef struct BtFrameObject BtFrameObject;
typedef struct BtGeneratorObject BtGeneratorObject;

// How a frame ends.
#define BT_FRAME_CALL 0u         ///< its result goes to a register of the frame below
#define BT_FRAME_ENTRY 1u        ///< its result goes to native code
#define BT_FRAME_INITIALIZER 2u  ///< it is an __init__: the result is `instance`

/// The head of a running frame. Guard: the thread that runs it.
struct BtFrame_ {
    const uint64_t *pc;        ///< the next instruction, up to date whenever other code runs
    BtRegister_ *registers;
    BtRegister_ *constants;    ///< of the code
    BtSite_ *sites;            ///< of the code
    BtFunctionObject *function;  ///< owned
    BtCodeObject *code;        ///< of the function when the frame began; borrowed: a replaced code is kept for ever
    BtObject *names;           ///< the namespace of a module, a class body, exec; owned; NULL in functions
    BtFrame_ *back;
    BtRegister_ *result;       ///< where the result goes
    BtFrameObject *object;     ///< what scripts see; owned; NULL: not made
    BtGeneratorObject *generator;  ///< the generator whose frame it is; NULL: none
    BtObject *instance;        ///< BT_FRAME_INITIALIZER: owned
    uint32_t kind;             ///< BT_FRAME_…
    uint32_t keeps_traceback;  ///< the exception is raised again: this place is in its traceback already
};

/// A frame as scripts see it. Guard: attached.
struct BtFrameObject {
    BtObject_HEAD
    BtFrame_ *frame BT_GUARDED;            ///< NULL: not running
    BtGeneratorObject *generator BT_GUARDED;  ///< borrowed: the suspended generator whose frame it is
    BtFunctionObject *function BT_GUARDED; ///< owned
    BtCodeObject *code BT_GUARDED;         ///< owned
    BtObject *names BT_GUARDED;            ///< owned; NULL in functions
    BtFrameObject *back BT_GUARDED;        ///< owned; set when the frame has ended
    BtObject *extra_locals BT_GUARDED;     ///< owned; NULL: none
    BtObject *trace BT_GUARDED;            ///< owned; f_trace, kept for whoever sets it
    BtRegister_ *saved BT_GUARDED;         ///< registers of a frame that has ended; own memory
    Bt_ssize_t last BT_GUARDED;            ///< the last instruction of a frame that has ended
};

#define BT_GENERATOR_CREATED 0u
#define BT_GENERATOR_SUSPENDED 1u
#define BT_GENERATOR_RUNNING 2u
#define BT_GENERATOR_FINISHED 3u

/// A generator. Guard: attached; `state` RUNNING keeps others from resuming it.
struct BtGeneratorObject {
    BtVarObject ob_base;                 ///< ob_size: registers
    const uint64_t *pc;
    BtFunctionObject *function BT_GUARDED;  ///< owned; NULL when finished
    BtCodeObject *code BT_GUARDED;       ///< owned
    BtObject *name BT_GUARDED;
    BtObject *qualified_name BT_GUARDED;
    BtFrameObject *frame BT_GUARDED;     ///< owned; NULL: not made, or running
    BtObject *handled BT_GUARDED;        ///< what is being handled inside while it is suspended; owned
    BtObject *outer BT_GUARDED;          ///< what was being handled where it was resumed; owned
    BtObject *weakrefs BT_GUARDED;
    BtRegister_ sent BT_GUARDED;         ///< the value on its way to `yieldFrom`
    uint32_t state BT_GUARDED;           ///< BT_GENERATOR_…
    uint32_t handles BT_GUARDED;         ///< not 0: something is being handled inside
    BtRegister_ registers[1] BT_GUARDED;
};

BT_DATA BtTypeObject BtCode_Type;
BT_DATA BtTypeObject BtFunction_Type;
BT_DATA BtTypeObject BtCell_Type;
BT_DATA BtTypeObject BtFrame_Type;

/// For Swift, which would see the array as a tuple.
BT_INLINE BtRegister_ *_bt_generator_registers(BtGeneratorObject *generator) BT_ATTACHED { return generator->registers; }

/// What the interpreter shares. Guard of the first two: __atomic builtins.
struct BtInterpreter_ {
    Bt_ssize_t recursion_limit;  ///< frames that a thread may have
    uint64_t dict_version;       ///< the last version given to a dict
    // Written at start; immortal.
    BtObject *name_init;         ///< "__init__"
    BtObject *name_builtins;     ///< "__builtins__"
    // The builtins that have shortcuts: written at start and when the module `builtins` is made.
    BtObject *len_function, *isinstance_function, *abs_function;
    BtObject *list_append, *dict_get;
    BtObject *sources BT_GUARDED;  ///< dict: texts of sources that are in no file, by name; NULL: none
};
BT_DATA struct BtInterpreter_ _bt_interpreter;

/// A version that no dict has had. (Caches use versions in the locked mode only, so two threads may draw the same one.)
BT_INLINE uint64_t _bt_next_dict_version(void)
{
    uint64_t version_ = __atomic_load_n(&_bt_interpreter.dict_version, __ATOMIC_RELAXED) + 1;
    __atomic_store_n(&_bt_interpreter.dict_version, version_, __ATOMIC_RELAXED);
    return version_;
}
BT_INLINE Bt_ssize_t _bt_recursion_limit(void)
{
    return __atomic_load_n(&_bt_interpreter.recursion_limit, __ATOMIC_RELAXED);
}
BT_INLINE void _bt_set_recursion_limit(Bt_ssize_t limit)
{
    __atomic_store_n(&_bt_interpreter.recursion_limit, limit, __ATOMIC_RELAXED);
}

/// Reserve the register stack of a thread, with a page behind it that nobody may touch; NULL: no memory.
void *_bt_stack_reserve(size_t size);
void _bt_stack_release(void *stack, size_t size);

BT_END_DECLS

#endif
