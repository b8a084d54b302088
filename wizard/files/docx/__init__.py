"""Reading Word documents that come from outside: nothing in them is run, fetched or trusted."""
