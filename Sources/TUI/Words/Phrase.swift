/// Everything the console says, by meaning. What each means in a language stands in
/// `Phrase+English` and `Phrase+Ukrainian`; "{}" is where a value goes.
enum Phrase: CaseIterable, Sendable {
  // Screens, whole and as short as 80 columns want them.
  case callLog, contacts, orders, callBack, statistics, settings
  case callLogShort, contactsShort, ordersShort, callBackShort, statisticsShort, settingsShort
  // The listener, in the header and in the message line.
  case listenerOff, listenerOther, listenerWaiting, listenerFailed, openedToOthers
  // Deliveries that the store cannot take.
  case spoolKeeping, spoolRefusing, spoolTakenIn, spoolHeld, spoolFull, spoolReadOnly, spoolNewer
  case spoolGone
  // Figures.
  case today, answeredToday, missedToday, toCallBack, newRows, live
  // The log's columns.
  case columnOrder, columnRepair, columnComment, columnDate, columnStatus, columnType
  case columnCaller, columnCalled, columnClient, columnCustomer, columnWait, columnTalk
  case columnConnected, columnSource, columnRecording
  // Call types and statuses.
  case typeIn, typeOut, typeCallback, typeInternal
  case ringing, talking, answered, missed, notReached, busy, failed, refused, voicemail
  case unknown, otherStatus, notUnderstood
  // Who called.
  case newClient, hiddenNumber, unnamed, severalOwners, internalCall
  // System comments.
  case linkedTo, contactCreatedBy, notCalledBack
  // Dates.
  case todayDate, yesterday, todayShort, yesterdayShort
  case january, february, march, april, may, june, july, august, september, october, november
  case december
  // Panes.
  case call, contact, order, manager, lastMissed, lastCall, clientSince, organization, note
  case noOrder, noCall, loading, createContactHint, hiddenHint, severalHint
  case earlierCalls, noEarlierCalls, openOrder, since, opened, closed, vehicle, callsSinceOpened
  case recording, providerID, rawStatus, client
  // Repair status.
  case repairNew, diagnostics, waitingForApproval, waitingForParts, inRepair, ready
  case orderClosed, cancelled
  // The prompt and its dialog.
  case newClientPrompt, toNumber, more, missedCreate, called, source, statusNow, earlier, ofCount
  case answeredElsewhere, belongsNow, anyKeyCloses, noPrompt, notANewClient
  // The form and the picker.
  case newContact, fieldName, fieldNumber, fieldSecondNumber, fieldEmail, fieldOrganization
  case fieldResponsible, fieldNote
  case problemEmpty, problemTooLong, problemNotANumber, problemRepeated, problemNotAnEmail
  case saving, contactCreated, numberAdded, draftKept, draftBack, pickerTitle, pickerAssign,
    pickerSearch
  case pickerNobody, pickerNothing, numberBelongs, takenBy, takenKeys, doOpenOwner, doSaveSecond
  case helpRefusedForm
  // What became of things.
  case promptDismissed, settled, assigned, copied
  case storeBusy, storeFull, storeReadOnly, storeNewer, gone, changedElsewhere
  case quitTitle, quitUnsaved
  // The empty store, the help and the small screen.
  case emptyProvider, emptyDemo, emptyHelp, help, helpEverywhere, helpLists, helpDialog, helpForm
  case helpPicker, helpCard, helpHelp, helpQuestion, tooSmall
  // What keys do.
  case doUp, doDown, doPageUp, doPageDown, doNewest, doOldest, doFirst, doLast, doOpen, doContact
  case doOrder, doNextPane, doZoom, doCopyNumber, doNewClient, doDemo, doHelp, doQuit, doSuspend
  case doRepaint, doClose, doCreate, doAdd, doNotNow, doNextPrompt, doPreviousPrompt, doSave
  case doNextField, doPreviousField, doLeaveForm, doPick, doNewContact, doQuitYes, doQuitNo
  case doCallLog, doContacts, doOrders, doCallBack, doStatistics, doSettings
  // Why a key does nothing now.
  case whyNoCall, whyNoContact, whyNoOrder, whyNoNumber, whyAllShown, whyNotEmpty, whyNoRow
  // The screens on the keys 2 to 6, and a client's card.
  case calls, columnVehicle, columnPlate, columnOpened, columnClosed, columnWaitingSince
  case columnMisses, columnLastMiss, columnLongestWait, columnTries, columnTriedBy
  case noContactsYet, noOrdersYet, noOrders, noCalls, noOpenOrder, nobodyWaits, lastDays
  case allCalls, allShort, missedRate, monday, tuesday, wednesday, thursday, friday, saturday
  case sunday, listensHere, nobodyListens, storeAndVersion, integrationOn, integrationOff
  case ownNumbers, noIntegration, helpSearch, helpClient, doWholeList, doSearch, doKeepSearch
  case doCreateShort, doClearSearch, doCustomer, doSettle, doWeek, doMonth, doQuarter, doCopy,
    doReveal
  case doNextTab, whyNoOrders, whyNoSearch
}
