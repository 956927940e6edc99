import ArgumentParser

@main
struct BatonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baton", abstract: "Run native extensions from many threads.")
}
