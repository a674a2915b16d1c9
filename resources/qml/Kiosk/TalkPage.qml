// The page of a session of the programme.
DetailPage {}
