error: spec/catalog/open-api.yaml is no catalogue folder; give one with --spec
