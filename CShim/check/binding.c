// Seeing the API calls of extensions that know nothing of checks: the loader has filled each library's table of addresses
// (its global offset table); those of API functions are replaced by stubs, those of inline code's slow paths by checked
// ones. A library that was loaded before the checks began, or is linked into the program, is not seen.
#define _GNU_SOURCE
#include "check.h"

#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__x86_64__)
#  define CALL_RELOCATION R_X86_64_JUMP_SLOT
#  define DATA_RELOCATION R_X86_64_GLOB_DAT
#elif defined(__aarch64__)
#  define CALL_RELOCATION R_AARCH64_JUMP_SLOT
#  define DATA_RELOCATION R_AARCH64_GLOB_DAT
#endif

typedef struct Function {
    BtBound_ bound;
    void *stub;
} Function;

#define API_FUNCTION(function, needs, mask, marks) \
    {{.name = #function, .state = needs, .objects = mask, .flags = marks}, NULL},
static Function functions[] = {
#include "functions.inc"
};
#undef API_FUNCTION
#define FUNCTIONS (sizeof functions / sizeof *functions)

/// Entries of inline code and its functions, and what stands for them.
static const struct {
    const char *name;
    void *replacement;
} inline_entries[] = {
    {"BtEval_SaveThread", (void *)_bt_checked_save},
    {"BtEval_RestoreThread", (void *)_bt_checked_restore},
    {"_bt_save_slow", (void *)_bt_checked_save_slow},
    {"_bt_save_unusual", (void *)_bt_checked_save_unusual},
    {"_bt_acquire_slow", (void *)_bt_checked_acquire_slow},
    {"_bt_restore_unusual", (void *)_bt_checked_restore_unusual},
    {"_bt_mutex_lock_slow", (void *)_bt_checked_mutex_lock_slow},
    {"_bt_incref_slow", (void *)_bt_checked_incref_slow},
    {"_bt_decref_slow", (void *)_bt_checked_decref_slow},
    {"_bt_touched", (void *)_bt_checked_touched},
};

/// Functions that stand in slots of types, where the runtime compares their addresses.
static const char *const slot_values[] = {
    "BtObject_GenericGetAttr", "BtObject_GenericSetAttr", "BtObject_SelfIter", "BtObject_HashNotImplemented",
    "BtType_GenericNew", "BtType_GenericAlloc", "BtObject_Free", "BtObject_GC_Del", "BtVectorcall_Call",
};

/// The code of libraries: the runtime's first, then extensions'. guarded by: the checks' mutex; entries do not change, and
/// the count is stored after them.
#define MODULES 256
static struct {
    uintptr_t start, end;            // code
    uintptr_t data_start, data_end;
} modules[MODULES];
static uint32_t module_count;

static int range(const struct dl_phdr_info *info, uint32_t flag, uintptr_t *start, uintptr_t *end)
{
    *start = UINTPTR_MAX;
    *end = 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_LOAD && (header->p_flags & flag) != 0) {
            uintptr_t first = info->dlpi_addr + header->p_vaddr;
            *start = first < *start ? first : *start;
            *end = first + header->p_memsz > *end ? first + header->p_memsz : *end;
        }
    }
    return *end != 0;
}

static int find_own(struct dl_phdr_info *info, size_t size, void *argument)
{
    (void)size, (void)argument;
    uintptr_t start, end, here = (uintptr_t)&find_own;
    if (range(info, PF_X, &start, &end) && here >= start && here < end) {
        modules[0].start = start;
        modules[0].end = end;
        range(info, PF_W, &modules[0].data_start, &modules[0].data_end);
        __atomic_store_n(&module_count, 1, __ATOMIC_RELEASE);
        return 1;
    }
    return 0;
}

int _bt_check_is_foreign(const void *function)
{
    uintptr_t address = (uintptr_t)function;
    return !(address >= modules[0].start && address < modules[0].end);
}

int _bt_is_extension_code(const void *function)
{
    uintptr_t address = (uintptr_t)function;
    uint32_t count = __atomic_load_n(&module_count, __ATOMIC_ACQUIRE);
    for (uint32_t i = 1; i < count; i++) {
        if (address >= modules[i].start && address < modules[i].end) {
            return 1;
        }
    }
    return 0;
}

int _bt_is_known_data(const void *data)
{
    uintptr_t address = (uintptr_t)data;
    return (address >= modules[0].data_start && address < modules[0].data_end) || _bt_is_extension_data(data);
}

int _bt_is_extension_data(const void *data)
{
    uintptr_t address = (uintptr_t)data;
    uint32_t count = __atomic_load_n(&module_count, __ATOMIC_ACQUIRE);
    for (uint32_t i = 1; i < count; i++) {
        if (address >= modules[i].data_start && address < modules[i].data_end) {
            return 1;
        }
    }
    return 0;
}

static int compare(const void *name, const void *function)
{
    return strcmp(name, ((const Function *)function)->bound.name);
}

/// What an entry is to hold: NULL: leave it.
static void *replacement(const char *name, void *target, int is_call)
{
    for (size_t i = 0; i < sizeof inline_entries / sizeof *inline_entries; i++) {
        if (strcmp(name, inline_entries[i].name) == 0) {
            return inline_entries[i].replacement;
        }
    }
    Function *function = bsearch(name, functions, FUNCTIONS, sizeof *functions, compare);
    if (function == NULL) {
        return NULL;
    }
    for (size_t i = 0; !is_call && i < sizeof slot_values / sizeof *slot_values; i++) {
        if (strcmp(name, slot_values[i]) == 0) {
            return NULL;
        }
    }
    if (function->stub == NULL) {
        function->bound.target = target;
        function->bound.special = strcmp(name, "BtType_Ready") == 0           ? BT_SPECIAL_MAKES_FIRST
                                  : strcmp(name, "BtModule_AddType") == 0     ? BT_SPECIAL_MAKES_SECOND
                                  : strncmp(name, "BtType_From", 11) == 0     ? BT_SPECIAL_MAKES_RESULT
                                  : strcmp(name, "BtMem_Free") == 0 || strcmp(name, "BtMem_RawFree") == 0
                                          || strcmp(name, "BtMem_Realloc") == 0
                                          || strcmp(name, "BtMem_RawRealloc") == 0
                                      ? BT_SPECIAL_FREES
                                  : strcmp(name, "BtBuffer_ReleaseAnyState") == 0 ? BT_SPECIAL_RELEASES
                                                                                  : BT_SPECIAL_NONE;
        function->stub = _bt_stub(&function->bound);
    }
    return function->stub;
}

/// The loader has made addresses of some tables absolute, and left others relative.
static void *address_of(ElfW(Addr) base, ElfW(Addr) pointer)
{
    return (void *)(uintptr_t)(pointer >= base ? pointer : base + pointer);
}

/// The page that was made writable last. guarded by: the mutex of _bt_check_bind
static void *open_page;

static int write_entry(void **entry, void *value)
{
    if (*entry == value) {
        return 1;
    }
    // It may be read-only since it was filled.
    size_t page_size = (size_t)sysconf(_SC_PAGESIZE);
    void *page = (void *)((uintptr_t)entry & ~(page_size - 1));
    if (page != open_page && mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) {
        return 0;
    }
    open_page = page;
    *entry = value;
    return 1;
}

typedef struct Tables {
    const ElfW(Sym) *symbols;
    const char *names;
    const ElfW(Rela) *relocations[2];
    size_t counts[2];
    uintptr_t protected_start, protected_end;
} Tables;

static void read_tables(const struct dl_phdr_info *info, const ElfW(Dyn) *line, Tables *tables)
{
    for (; line->d_tag != DT_NULL; line++) {
        switch (line->d_tag) {
        case DT_SYMTAB: tables->symbols = address_of(info->dlpi_addr, line->d_un.d_ptr); break;
        case DT_STRTAB: tables->names = address_of(info->dlpi_addr, line->d_un.d_ptr); break;
        case DT_JMPREL: tables->relocations[0] = address_of(info->dlpi_addr, line->d_un.d_ptr); break;
        case DT_PLTRELSZ: tables->counts[0] = line->d_un.d_val / sizeof(ElfW(Rela)); break;
        case DT_RELA: tables->relocations[1] = address_of(info->dlpi_addr, line->d_un.d_ptr); break;
        case DT_RELASZ: tables->counts[1] = line->d_un.d_val / sizeof(ElfW(Rela)); break;
        default: break;
        }
    }
}

static int bind_library(struct dl_phdr_info *info, size_t size, void *argument)
{
    (void)size, (void)argument;
    uintptr_t start, end;
    uint32_t count = module_count;
    if (!range(info, PF_X, &start, &end) || count == MODULES) {
        return 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (modules[i].start == start) {
            return 0;
        }
    }
    Tables tables = {0};
    open_page = NULL;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_DYNAMIC) {
            read_tables(info, (const ElfW(Dyn) *)(info->dlpi_addr + header->p_vaddr), &tables);
        } else if (header->p_type == PT_GNU_RELRO) {
            tables.protected_start = info->dlpi_addr + header->p_vaddr;
            tables.protected_end = tables.protected_start + header->p_memsz;
        }
    }
    int is_extension = 0;
    for (int table = 0; table < 2 && tables.symbols != NULL && tables.names != NULL; table++) {
        for (size_t i = 0; tables.relocations[table] != NULL && i < tables.counts[table]; i++) {
            const ElfW(Rela) *line = &tables.relocations[table][i];
            unsigned long kind = ELF64_R_TYPE(line->r_info);
            const ElfW(Sym) *symbol = &tables.symbols[ELF64_R_SYM(line->r_info)];
            const char *name = tables.names + symbol->st_name;
            if ((kind != CALL_RELOCATION && kind != DATA_RELOCATION) || symbol->st_shndx != SHN_UNDEF
                || (strncmp(name, "Bt", 2) != 0 && strncmp(name, "_Bt", 3) != 0 && strncmp(name, "_bt_", 4) != 0)) {
                continue;
            }
            void **entry = (void **)(info->dlpi_addr + line->r_offset);
            is_extension = 1;
            if (_bt_check_is_foreign(*entry)) {
                continue;  // it has what another library defines
            }
            void *value = replacement(name, *entry, kind == CALL_RELOCATION);
            if (value != NULL && !write_entry(entry, value)) {
                fprintf(stderr, "baton: %s: the calls of %s cannot be checked: its table is read-only\n", info->dlpi_name, name);
            }
        }
    }
    if (tables.protected_end != 0) {
        size_t page_size = (size_t)sysconf(_SC_PAGESIZE);
        uintptr_t from = tables.protected_start & ~(page_size - 1), to = tables.protected_end & ~(page_size - 1);
        if (to > from) {
            mprotect((void *)from, to - from, PROT_READ);
        }
    }
    if (is_extension) {
        modules[count].start = start;
        modules[count].end = end;
        range(info, PF_W, &modules[count].data_start, &modules[count].data_end);
        __atomic_store_n(&module_count, count + 1, __ATOMIC_RELEASE);
    }
    return 0;
}

void _bt_check_bind(void)
{
    static BtInternalMutex_ mutex;
    if (!_bt_check.is_on) {
        return;
    }
    _bt_internal_lock(&mutex);
    if (module_count == 0) {
        dl_iterate_phdr(find_own, NULL);
    } else {
        dl_iterate_phdr(bind_library, NULL);
    }
    _bt_internal_unlock(&mutex);
}
