"""Later work: calls of other services that are owed, each on record in the transaction of the facts that call for it.

    with atomic_for(Event, durable=True):
        event = Event.objects.create(...)
        owed = [promise(announce, notice_id=event.id, new=...)]
    keep_now(owed)

What is not kept now is kept later, by the worker process (`manage.py work`), as often as it takes: at least once. So
what is promised must be safe to repeat; a key that the callee knows again makes it happen once. Chris Richardson
describes the pattern as "transactional outbox", https://microservices.io/patterns/data/transactional-outbox.html.
"""
