/// What a row can say of a call.
enum ImportedCallField: ImportedField {
  case providerID, order, date, status, rawStatus, type, direction, caller, called, client, wait,
    talk
  case connectedWith, utmSource, utmMedium, utmCampaign, utmContent, utmTerm, recording, note
  /// What follows from the others, or is of no meaning anywhere else.
  case ignored

  static let columns: [(field: ImportedCallField, names: String)] = [
    (
      .providerID,
      "provider id,call id,uniqueid,unique id,uniq id,ідентифікатор,ід дзвінка,ідентифікатор дзвінка"
    ),
    (.order, "order,order number,замовлення,номер замовлення"),
    (.date, "date,call date,calldate,start,started,time,дата,дата дзвінка,дата і час,початок,час"),
    (.status, "status,call status,статус,статус дзвінка"),
    (.rawStatus, "raw status,disposition,result,результат"),
    (.type, "type,call type,тип,тип дзвінка"),
    // What is said only where no type is: a call back is incoming, too.
    (.direction, "direction,напрямок"),
    (.caller, "caller,caller number,from,src,хто дзвонив,номер абонента,звідки,від кого"),
    (.called, "called,dialled,dialed,called number,to,dst,куди дзвонили,набраний номер,куди"),
    (.client, "client,client number,клієнт,номер клієнта"),
    (.wait, "wait,wait time,waiting,waittime,очікування,час очікування"),
    (.talk, "talk,talk time,billsec,розмова,тривалість розмови,час розмови"),
    (
      .connectedWith,
      "connected with,employee,answered by,employee fio,зʼєднано з,співробітник,відповів"
    ),
    (.utmSource, "utm source,джерело"),
    (.utmMedium, "utm medium,канал"),
    (.utmCampaign, "utm campaign,кампанія"),
    (.utmContent, "utm content"),
    (.utmTerm, "utm term,ключове слово"),
    (.recording, "recording,record,recording url,recording link,запис,запис розмови"),
    (.note, "note,notes,нотатка,нотатки,примітка"),
    (
      .ignored,
      "id,contact id,customer,call from,call to,phone number,regarding,employee id,comment,repair status,source,utm"
    ),
  ]

  var isList: Bool { false }
}
