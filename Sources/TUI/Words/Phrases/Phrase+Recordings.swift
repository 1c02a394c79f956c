/// Hearing recordings, and why that is not possible.
extension Phrase {
  static let recordingNotAvailable = Phrase(
    "Recording not available: {}.", "Запис недоступний: {}.")
  static let notAvailable = Phrase("not available: {}", "недоступний: {}")
  static let recordingNone = Phrase(
    "Recording not available: the provider has sent none.",
    "Запис недоступний: провайдер його не надіслав.")
  static let noneSent = Phrase("none from the provider", "провайдер не надіслав")
  static let linkIsCopied = Phrase(
    "{copy-recording} copies the link.", "{copy-recording} копіює посилання.")
  static let linkCopied = Phrase(
    "The link is copied: whoever has it can hear the call.",
    "Посилання скопійовано: хто його має, почує розмову.")

  static let problemNone = Phrase(
    "the provider has sent none", "провайдер його не надіслав")
  static let problemBadLink = Phrase(
    "its link is none that is opened", "такі посилання не відкриваються")
  static let problemHost = Phrase(
    "its host is not allowed (recordings.allow)", "вузол не дозволено (recordings.allow)")
  static let problemPrivateAddress = Phrase(
    "its link leads into this network", "посилання веде у внутрішню мережу")
  static let problemExpired = Phrase("the link has expired", "посилання вже не діє")
  static let problemTooBig = Phrase("it is larger than 100 MiB", "він більший за 100 МіБ")
  static let problemNoNetwork = Phrase("no network", "немає мережі")
  static let problemNotSecure = Phrase(
    "the server's certificate is not trusted", "сертифікату сервера немає довіри")
  static let problemServer = Phrase("the server has a fault", "несправність сервера")
  static let problemDisk = Phrase(
    "the disk is full or not writable", "диск заповнено або він лише для читання")
  static let problemNoCurl = Phrase("curl is not installed", "curl не встановлено")
  static let problemNoPlayer = Phrase(
    "no player is installed (mpv)", "немає програвача (mpv)")
  static let problemNoSound = Phrase(
    "the player has no sound device", "програвач не має звукового пристрою")
  static let problemOverSSH = Phrase("no sound over ssh", "через ssh немає звуку")
  static let problemCancelled = Phrase("stopped", "зупинено")

  static let factRecordingLink = Phrase("Its link", "Посилання")
  static let fetched = Phrase("fetching {}", "завантаження {}")
  static let paused = Phrase("paused", "пауза")
  static let soundClient = Phrase("client", "клієнт")
  static let soundEmployee = Phrase("employee", "працівник")
  static let sound = Phrase("sound", "звук")

  static let doPlay = Phrase("play", "слухати")
  static let doStopOrSwitch = Phrase("stop, switch", "стоп, інший")
  static let doStopPlayback = Phrase("stop the recording", "зупинити запис")
  static let doPause = Phrase("pause", "пауза")
  static let doSeekBack = Phrase("10 s back", "10 с назад")
  static let doSeekOn = Phrase("10 s on", "10 с уперед")
  static let doSlower = Phrase("slower", "повільніше")
  static let doFaster = Phrase("faster", "швидше")
  static let doCopyRecording = Phrase(
    "copy the recording's link", "скопіювати посилання на запис")
  static let whyNothingPlays = Phrase("Nothing is being played.", "Нічого не відтворюється.")
  static let whyStillFetching = Phrase(
    "The recording is still being fetched.", "Запис ще завантажується.")
  static let whyNoSeeking = Phrase(
    "This player cannot be told to; mpv can.", "Цей програвач такого не вміє; mpv вміє.")
  static let helpRecordings = Phrase("Recordings", "Записи розмов")
}
