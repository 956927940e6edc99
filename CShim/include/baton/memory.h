/// @file memory.h
/// Raw memory and object memory.
///
/// Three families, each freed by its own: `BtMem_Raw…` needs no attached thread; `BtMem_…` and `BtObject_…` do (R1).
/// Sizes are in bytes; 0 is taken as 1, so that NULL always means an error. `…Malloc` and its kin set no exception.
#ifndef BATON_MEMORY_H
#define BATON_MEMORY_H

#include <string.h>

#include "type.h"

BT_BEGIN_DECLS

/// Allocate, also while detached. Mirrors: PyMem_RawMalloc, …Calloc, …Realloc, …Free.
BT_API void *BtMem_RawMalloc(size_t size) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtMem_RawCalloc(size_t count, size_t size) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtMem_RawRealloc(void *memory, size_t size) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void BtMem_RawFree(void *memory) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Allocate plain memory. Mirrors: PyMem_Malloc, …Calloc, …Realloc, …Free.
BT_API void *BtMem_Malloc(size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtMem_Calloc(size_t count, size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtMem_Realloc(void *memory, size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void BtMem_Free(void *memory) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Allocate `count` elements of `type`; NULL if that does not fit. Mirrors: PyMem_New, PyMem_Resize, PyMem_Del.
#define BT_COUNT_FITS_(type, count) \
    (BT_STATIC_CAST(size_t, count) <= BT_STATIC_CAST(size_t, BT_SSIZE_T_MAX) / sizeof(type))
#define BtMem_New(type, count)                                                                          \
    BT_STATIC_CAST(type *, BT_COUNT_FITS_(type, count)                                                  \
                               ? BtMem_Malloc(BT_STATIC_CAST(size_t, count) * sizeof(type))             \
                               : NULL)
#define BtMem_Resize(pointer, type, count)                                                              \
    ((pointer) = BT_STATIC_CAST(type *, BT_COUNT_FITS_(type, count)                                     \
                                            ? BtMem_Realloc((pointer), BT_STATIC_CAST(size_t, count) * sizeof(type)) \
                                            : NULL))
#define BtMem_Del BtMem_Free
#define BtMem_MALLOC(size) BtMem_Malloc((size))
#define BtMem_NEW(type, count) BtMem_New(type, (count))
#define BtMem_REALLOC(pointer, size) BtMem_Realloc((pointer), (size))
#define BtMem_RESIZE(pointer, type, count) BtMem_Resize((pointer), type, (count))
#define BtMem_FREE(pointer) BtMem_Free((pointer))
#define BtMem_DEL BtMem_Free

/// Allocate the memory of an object. The collector walks it, so its first bytes are an object's head once it is in use.
/// Mirrors: PyObject_Malloc, …Calloc, …Realloc, …Free.
BT_API void *BtObject_Malloc(size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtObject_Calloc(size_t count, size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void *BtObject_Realloc(void *memory, size_t size) BT_ATTACHED BT_FAILS(NULL) BT_SAFETY(atomic);
BT_API void BtObject_Free(void *memory) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Give fresh memory its head: type (a reference is taken to a heap type) and one reference.
/// Mirrors: PyObject_Init, PyObject_InitVar.
BT_API BtObject *BtObject_Init(BtObject *object, BtTypeObject *type)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(distinct);
BT_API BtVarObject *BtObject_InitVar(BtVarObject *object, BtTypeObject *type, Bt_ssize_t size)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(distinct);

/// Make an object; fields beyond the head are not initialised. Errors: NULL with MemoryError set.
/// Mirrors: _PyObject_New, _PyObject_NewVar.
BT_API BtObject *_BtObject_New(BtTypeObject *type) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtVarObject *_BtObject_NewVar(BtTypeObject *type, Bt_ssize_t items)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
#define BtObject_New(type, typeobj) BT_CAST(type *, _BtObject_New(typeobj))
#define BtObject_NewVar(type, typeobj, items) BT_CAST(type *, _BtObject_NewVar((typeobj), (items)))
#define BtObject_NEW(type, typeobj) BtObject_New(type, (typeobj))
#define BtObject_NEW_VAR(type, typeobj, items) BtObject_NewVar(type, (typeobj), (items))
// Names of a function, which may stand in a slot: tp_free.
#define BtObject_Del BtObject_Free
#define BtObject_DEL BtObject_Free
#define BtObject_MALLOC(size) BtObject_Malloc((size))
#define BtObject_REALLOC(memory, size) BtObject_Realloc((memory), (size))
#define BtObject_FREE(memory) BtObject_Free((memory))

// --- Objects that can be part of a cycle

/// Make an object of a type with BT_TPFLAGS_HAVE_GC, not tracked yet. Mirrors: _PyObject_GC_New, _PyObject_GC_NewVar.
BT_API BtObject *_BtObject_GC_New(BtTypeObject *type) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtVarObject *_BtObject_GC_NewVar(BtTypeObject *type, Bt_ssize_t items)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
#define BtObject_GC_New(type, typeobj) BT_CAST(type *, _BtObject_GC_New(typeobj))
#define BtObject_GC_NewVar(type, typeobj, items) BT_CAST(type *, _BtObject_GC_NewVar((typeobj), (items)))
/// Resize an untracked object; `object` is freed with its successor. Mirrors: PyObject_GC_Resize.
BT_API BtVarObject *_BtObject_GC_Resize(BtVarObject *object, Bt_ssize_t items)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(distinct);
#define BtObject_GC_Resize(type, object, items) \
    BT_CAST(type *, _BtObject_GC_Resize(BtVarObject_CAST_(object), (items)))
/// Let the collector look at an object: all that tp_traverse reads is set. Mirrors: PyObject_GC_Track.
BT_API void BtObject_GC_Track(void *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Hide an object from the collector, first thing in tp_dealloc. Mirrors: PyObject_GC_UnTrack.
BT_API void BtObject_GC_UnTrack(void *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Free the memory of an object of such a type. Mirrors: PyObject_GC_Del.
BT_API void BtObject_GC_Del(void *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Say whether the collector looks at an object, whether its finalizer has run, whether its type is one that the collector
/// looks at. Mirrors: PyObject_GC_IsTracked, PyObject_GC_IsFinalized, PyObject_IS_GC.
BT_API int BtObject_GC_IsTracked(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API int BtObject_GC_IsFinalized(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API int BtObject_IS_GC(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
#define BtType_IS_GC(type) BtType_HasFeature((type), BT_TPFLAGS_HAVE_GC)

/// Find the cycles that nothing reaches, whatever their age, and free them. Does nothing while the collector is disabled,
/// while a collection runs, and in the free-threaded mode while other threads have a thread state.
///
/// Errors:  cannot fail; what a finalizer or a callback raises is reported as unraisable. The exception that is set stays.
/// Returns: how many unreachable objects were found.
/// Threads: may run any code (R6).
/// Mirrors: PyGC_Collect.
BT_API Bt_ssize_t BtGC_Collect(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Let collections run by themselves, at safe points, or not; the result says whether they did before.
/// Mirrors: PyGC_Enable, PyGC_Disable, PyGC_IsEnabled.
BT_API int BtGC_Enable(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API int BtGC_Disable(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API int BtGC_IsEnabled(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// What BtUnstable_GC_VisitObjects calls: 1 to go on, 0 to stop.
typedef int (*gcvisitobjects_t)(BtObject *object, void *argument);
/// Call `callback` with each object that the collector knows. It makes and frees none of those.
/// Mirrors: PyUnstable_GC_VisitObjects.
BT_API void BtUnstable_GC_VisitObjects(gcvisitobjects_t callback, void *argument)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

/// Run tp_finalize once. Mirrors: PyObject_CallFinalizer.
BT_API void BtObject_CallFinalizer(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Run tp_finalize in tp_dealloc; -1 if it made the object live again, without an exception: return at once then.
/// Mirrors: PyObject_CallFinalizerFromDealloc.
BT_API int BtObject_CallFinalizerFromDealloc(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

// --- Freeing deep structures without deep recursion

/// So many deallocators may be nested before objects are put off.
#define BT_DEALLOC_DEPTH_ 50
BT_INLINE_ABI void _bt_trash_put_off(BtObject *object) BT_ATTACHED;
BT_INLINE_ABI void _bt_trash_free(void) BT_ATTACHED;

/// Put off the freeing of `object` if too many deallocators are nested; 1: put off, return at once.
/// Mirrors: _PyTrash_begin, _PyTrash_end.
BT_INLINE BT_ALWAYS_INLINE_ int _bt_trash_begin(BtObject *object) BT_ATTACHED
{
    if (BT_UNLIKELY(_bt_current.dealloc_depth >= BT_DEALLOC_DEPTH_)) {
        _bt_trash_put_off(object);
        return 1;
    }
    _bt_current.dealloc_depth += 1;
    return 0;
}
BT_INLINE BT_ALWAYS_INLINE_ void _bt_trash_end(void) BT_ATTACHED
{
    _bt_current.dealloc_depth -= 1;
    if (BT_UNLIKELY(_bt_current.trash != NULL) && _bt_current.dealloc_depth == 0) {
        _bt_trash_free();
    }
}
/// Around the body of a container's tp_dealloc. Mirrors: Py_TRASHCAN_BEGIN, Py_TRASHCAN_END.
#define Bt_TRASHCAN_BEGIN(object, dealloc)                                               \
    do {                                                                                 \
        int trash_ = Bt_TYPE(object)->tp_dealloc == BT_CAST(destructor, dealloc);        \
        if (trash_ && _bt_trash_begin(BtObject_CAST_(object))) {                         \
            break;                                                                       \
        }
#define Bt_TRASHCAN_END                                                                  \
        if (trash_) {                                                                    \
            _bt_trash_end();                                                             \
        }                                                                                \
    } while (0);

BT_END_DECLS

#endif
