"""Whether all that one side may send is something that the other can read, by the JSON Schemas of both."""
