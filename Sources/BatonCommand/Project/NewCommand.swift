import ArgumentParser
internal import Glibc

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin an extension: a folder with a small complete one.",
        discussion: """
            It has a function that puts the lock down while it works, a type whose objects many threads may use, tests, a \
            benchmark, and the files that build it: with baton build, with make, with CMake, and on a CI server.

              baton new blur
              cd blur && baton build && baton test && baton bench
            """)

    @Argument(help: "The extension's name, as scripts import it; also the folder's.")
    var name: String

    @Flag(exclusivity: .exclusive)
    var language = ProjectLanguage.c

    func run() throws {
        try ProjectName.check(name)
        guard mkdir(name, 0o777) == 0 else {
            throw Failure(
                errno == EEXIST
                    ? "\(name) exists already: give another name, or take it away first"
                    : "\(name): \(SystemError(code: errno).description)")
        }
        let template = ProjectTemplate(name: name, language: language)
        for file in template.files {
            let path = "\(name)/\(file.path)"
            try FilePath.makeFolder(Installation.parent(of: path))
            try FilePath.write(file.text, to: path)
        }
        StandardOutput.write(
            """
            \(name): an extension in \(language.rawValue), \(template.files.count) files. README.md tells which is what.

                cd \(name)
                baton build     compile it, and check that the threading contract is kept
                baton test      run its tests under each scheduler, checked, held, on many threads; look for leaks
                baton bench     measure what releasing the lock is worth, and from which size on

            baton explain R1 to R10 tells the contract, rule by rule.

            """)
    }
}
