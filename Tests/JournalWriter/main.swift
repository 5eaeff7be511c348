// Imports one new functionary after another and prints each one's number after its commit, until it is
// killed: the other side of the `kill -9` test. A process of its own, because killing the test would kill the
// witness too.
import App
import Foundation
import Storage

let arguments = CommandLine.arguments
let place: StoragePlace = arguments[1] == "sqlite" ? .folder(arguments[2]) : .postgres(url: arguments[2])
let application = try await Application.open(place)
var number = Int(arguments[3]) ?? 0
while true {
    number += 1
    let file = "gemeente;personeelsnummer;voornaam;achternaam\nGM0599;\(number);Anna;Elzenaar\n"
    let outcome = try await application.importPeople(Array(file.utf8), isApplied: true)
    guard outcome.created == 1 else { fatalError("niet gemaakt: \(number)") }
    FileHandle.standardOutput.write(Data("\(number)\n".utf8))
}
