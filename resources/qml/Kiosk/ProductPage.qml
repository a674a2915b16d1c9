// The page of a product or a service.
DetailPage {}
