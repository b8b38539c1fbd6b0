"""stub"""
def checked(x): return x
