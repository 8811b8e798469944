"""The project of the vid service."""
