/// An extension as a package lists it.
struct ListedExtension {
    var name = ""
    var sources: [String] = []
    var includeFolders: [String] = []
    var macros: [String] = []
    var libraryFolders: [String] = []
    var libraries: [String] = []
    var compilerFlags: [String] = []
    var linkerFlags: [String] = []

    /// What the package in a folder lists. `setup.py` is a program: python3 runs it, with a `setup` that only looks.
    static func read(_ folder: String) throws -> [ListedExtension] {
        let outcome = try Subprocess(["python3", "-", folder]).run(input: Array(reader.utf8)[...])
        guard outcome.status == 0 else {
            throw Failure(
                "the extensions of \(folder) cannot be read (above is why); "
                    + "name the sources to baton build --python-h")
        }
        return parse(outcome.text)
    }

    /// Lines "field value"; a field "name" begins the next extension.
    private static func parse(_ text: String) -> [ListedExtension] {
        var list: [ListedExtension] = []
        for line in text.split(separator: "\n") where line.hasPrefix("@") {
            let parts = line.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? String(parts[1]) : ""
            if parts[0] == "name" { list.append(ListedExtension(name: value)) }
            guard let last = list.indices.last else { continue }
            switch parts[0] {
            case "source": list[last].sources.append(value)
            case "include": list[last].includeFolders.append(value)
            case "macro": list[last].macros.append(value)
            case "libraryFolder": list[last].libraryFolders.append(value)
            case "library": list[last].libraries.append(value)
            case "compilerFlag": list[last].compilerFlags.append(value)
            case "linkerFlag": list[last].linkerFlags.append(value)
            default: break
            }
        }
        return list
    }

    // Real setuptools is used where it is installed, with its `setup` replaced; else a stand-in that knows Extension.
    private static let reader = #"""
        import glob, os, runpy, sys, types

        folder = sys.argv[1]
        listed = []

        def keep(**arguments):
            listed.extend(arguments.get("ext_modules") or [])

        try:
            import setuptools
            import distutils.core
        except ImportError:
            setuptools = types.ModuleType("setuptools")

            class Extension:
                def __init__(self, name, sources, **arguments):
                    self.name, self.sources = name, list(sources)
                    self.__dict__.update(arguments)

            class Command:
                pass

            modules = ["setuptools.command", "setuptools.command.build_ext", "setuptools.command.build_py",
                       "setuptools.command.sdist", "setuptools.command.test", "setuptools.extension", "distutils",
                       "distutils.core", "distutils.extension", "distutils.command", "distutils.command.build_ext",
                       "distutils.errors", "distutils.ccompiler", "distutils.sysconfig"]
            sys.modules["setuptools"] = setuptools
            for name in modules:
                sys.modules[name] = types.ModuleType(name)
                parent, _, last = name.rpartition(".")
                if parent:
                    setattr(sys.modules[parent], last, sys.modules[name])
            for module in [setuptools] + [sys.modules[name] for name in modules]:
                module.Extension, module.setup = Extension, keep
                module.Command = module.build_ext = module.build_py = module.sdist = Command
                module.find_packages = module.find_namespace_packages = lambda *where, **which: []
                for error in ["CCompilerError", "DistutilsError", "DistutilsExecError", "DistutilsPlatformError",
                              "CompileError", "DistutilsSetupError"]:
                    setattr(module, error, type(error, (Exception,), {}))
        setuptools.setup = keep
        sys.modules["distutils.core"].setup = keep

        os.chdir(folder)
        sys.path.insert(0, folder)
        if os.path.exists("pyproject.toml"):
            try:
                import tomllib
            except ImportError:
                tomllib = None
            if tomllib:
                with open("pyproject.toml", "rb") as file:
                    tools = tomllib.load(file).get("tool", {})
                for table in tools.get("setuptools", {}).get("ext-modules", []):
                    fields = {key.replace("-", "_"): value for key, value in table.items()}
                    listed.append(types.SimpleNamespace(**fields))
        if os.path.exists("setup.py"):
            sys.argv = ["setup.py", "build_ext"]
            stdout, sys.stdout = sys.stdout, sys.stderr
            runpy.run_path("setup.py", run_name="__main__")
            sys.stdout = stdout

        def say(field, values):
            for value in values or []:
                print(f"@{field} {value}")

        for extension in listed:
            get = lambda name: getattr(extension, name, None)
            foreign = [source for source in extension.sources if source.endswith((".pyx", ".rs", ".i"))]
            if foreign:
                sys.exit(f"{extension.name}: {foreign[0]} is not C or C++")
            print(f"@name {extension.name}")
            say("source", [os.fspath(source) for source in extension.sources])
            say("include", get("include_dirs"))
            say("macro", [name if value is None else f"{name}={value}" for name, value in get("define_macros") or []])
            say("libraryFolder", get("library_dirs"))
            say("library", get("libraries"))
            say("compilerFlag", [f"-U{name}" for name in get("undef_macros") or []])
            say("compilerFlag", get("extra_compile_args"))
            say("linkerFlag", get("extra_objects"))
            say("linkerFlag", get("extra_link_args"))
        """#
}
