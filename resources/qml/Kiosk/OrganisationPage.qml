// The page of an exhibitor.
DetailPage {}
