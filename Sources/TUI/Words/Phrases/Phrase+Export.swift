/// Writing what is shown into a file.
extension Phrase {
  static let exportTitle = Phrase("Write what is listed into a file", "Записати список у файл")
  static let exportFile = Phrase("File", "Файл")
  static let exportFormat = Phrase("Format", "Формат")
  static let exportedRows = Phrase("{} rows", "рядків: {}")
  static let exporting = Phrase(
    "Writing: {} · {cancel-export} stops it", "Записуємо: {} · {cancel-export} — зупинити")
  static let exported = Phrase("{} rows are written: {}", "Записано рядків: {} — {}")
  static let exportCancelled = Phrase(
    "Stopped; nothing is left of the file.", "Зупинено; від файлу нічого не лишилося.")
  static let exportExists = Phrase(
    "There is a file of that name. Replace it?", "Такий файл уже є. Замінити його?")
  static let exportOccupied = Phrase(
    "That name belongs to something that is not a file of yours.",
    "Це імʼя має щось, що не є вашим файлом.")
  static let exportNoFolder = Phrase("There is no such folder.", "Такої теки немає.")
  static let exportNotAllowed = Phrase(
    "You may not write there.", "Туди не можна записувати.")
  static let exportDiskFull = Phrase(
    "The disk is full; nothing is left of the file.",
    "Диск заповнено; від файлу нічого не лишилося.")
  static let exportUnwritable = Phrase(
    "The file cannot be written.", "Файл не вдається записати.")
  static let doExport = Phrase("write to a file", "записати у файл")
  static let doCancelExport = Phrase("stop writing a file", "зупинити запис у файл")
  static let doExportFormat = Phrase("CSV or JSON", "CSV або JSON")
  static let doReplaceFile = Phrase("replace", "замінити")
  static let doKeepFile = Phrase("another name", "інше імʼя")
  static let argumentFile = Phrase("FILE.csv or FILE.json", "ФАЙЛ.csv або ФАЙЛ.json")
  static let whyNoList = Phrase("No list is on the screen.", "На екрані немає списку.")
  static let whyNothingListed = Phrase("The list is empty.", "Список порожній.")
  static let whyExporting = Phrase(
    "A file is being written already.", "Файл уже записується.")
  static let whyNoFile = Phrase("The file has no name yet.", "Файл ще не має імені.")
  static let helpExporting = Phrase("While a file is being written", "Поки записується файл")
  static let helpExport = Phrase("Write to a file", "Запис у файл")
  static let helpExportQuestion = Phrase("Replace a file?", "Замінити файл?")
}
