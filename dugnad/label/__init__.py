"""The label in public: its pages, badges and credentials, good examples."""
